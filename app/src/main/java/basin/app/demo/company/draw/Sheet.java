package basin.app.demo.company.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A small table of words kept beside the code: one row per line, cells between bars, `#` before a remark.
public final class Sheet {
    private Sheet() {}

    /// The rows of a resource in the folder of this company, cells trimmed.
    public static List<List<String>> rows(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> cells(line, "\\|"))
                .toList();
    }

    /// The parts of a cell that holds several, separated by commas.
    public static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : cells(cell, ",");
    }

    /// A whole resource in the folder of this company.
    public static String text(String name) {
        String path = "/basin/app/demo/company/" + name;
        try (InputStream resource = Sheet.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("resource " + path + " is missing from the distribution");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1)).map(String::strip).toList();
    }
}
