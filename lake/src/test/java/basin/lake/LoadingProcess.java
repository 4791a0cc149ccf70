package basin.lake;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import java.nio.file.Path;
import java.util.List;

/// A process that writes a lake without end, to be killed: it appends to one table and loads another, and says on
/// standard output what it was told is done.
final class LoadingProcess {
    static final Schema SCHEMA = Schema.of(Field.required("id", Type.Primitive.INT));

    private LoadingProcess() {}

    /// @param arguments the folder of the lake
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Lake lake = Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
                Workbench bench = new Workbench(folder)) {
            LakeTable appended = table(lake, "appended");
            LakeTable loaded = table(lake, "loaded");
            TableLoad load = loaded.unfinishedLoad().orElseGet(() -> loaded.beginLoad("load"));
            int next = appended.position()
                    .map(at -> Integer.parseInt(at.text()) + 1)
                    .orElse(0);
            while (true) {
                appended.append(bench.files(appended, row(next)), new Position(String.valueOf(next)));
                say("appended " + next);
                ChunkReceipt receipt =
                        new ChunkReceipt("chunk " + load.receipts().size(), 1, "");
                load.add(List.of(new LoadedChunk(receipt, bench.files(load.staging(), loaded, row(next)))));
                say("loaded " + receipt.chunk());
                next++;
            }
        }
    }

    private static LakeTable table(Lake lake, String name) {
        return lake.find(Workbench.table(name)).orElseGet(() -> Workbench.create(lake, name, SCHEMA));
    }

    private static String row(int id) {
        return "select " + id + "::integer id";
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
