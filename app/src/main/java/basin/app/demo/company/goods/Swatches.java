package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Sheet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pictures of the colours in which products come: Windows bitmaps (`BITMAPFILEHEADER`, `BITMAPINFOHEADER`) of
/// a single pixel, the smallest file that every viewer opens.
final class Swatches {
    private static final int HEADERS = 54;
    private static final int INFO_HEADER = 40;
    private static final int PIXELS = 4;

    private final Map<String, byte[]> byColour = Sheet.rows("colours.txt").stream()
            .collect(Collectors.toMap(
                    List::getFirst, row -> bitmap(HexFormat.of().parseHex(row.getLast()))));

    /// The picture for a variant such as "Rose" or "Rose M"; none where the variant names no colour.
    Optional<byte[]> of(String variant) {
        return Optional.ofNullable(byColour.get(variant.split(" ")[0]));
    }

    private static byte[] bitmap(byte[] redGreenBlue) {
        return ByteBuffer.allocate(HEADERS + PIXELS)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'B')
                .put((byte) 'M')
                .putInt(HEADERS + PIXELS)
                .putInt(0)
                .putInt(HEADERS)
                .putInt(INFO_HEADER)
                .putInt(1)
                .putInt(1)
                .putShort((short) 1)
                .putShort((short) 24)
                .putInt(0)
                .putInt(PIXELS)
                .putInt(2835)
                .putInt(2835)
                .putInt(0)
                .putInt(0)
                .put(redGreenBlue[2])
                .put(redGreenBlue[1])
                .put(redGreenBlue[0])
                .array();
    }
}
