package basin.model.properties;

import basin.model.document.Mapping;
import java.util.ArrayList;
import java.util.List;

/// The columns of one version of a model: those of the model, less what the version leaves out, and its own.
final class VersionColumns {
    private static final String ALL = "*";
    private static final String ALL_WORD = "all";

    private VersionColumns() {}

    static List<Mapping> of(Mapping model, Mapping version) {
        List<String> included = List.of(ALL);
        List<String> excluded = List.of();
        List<Mapping> own = new ArrayList<>();
        for (Mapping column : version.mappings("columns")) {
            if (column.has("include") || column.has("exclude")) {
                included = column.has("include") ? column.texts("include") : included;
                excluded = column.texts("exclude");
            } else {
                own.add(column);
            }
        }
        boolean all = included.contains(ALL) || included.contains(ALL_WORD);
        List<Mapping> columns = new ArrayList<>();
        for (Mapping column : model.mappings("columns")) {
            String name = column.text("name", "");
            if ((all || included.contains(name)) && !excluded.contains(name)) {
                columns.add(column);
            }
        }
        columns.addAll(own);
        return columns;
    }
}
