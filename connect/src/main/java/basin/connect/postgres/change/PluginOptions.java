package basin.connect.postgres.change;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a slot is read with.
///
/// @param slot its name
/// @param publications names of publications
/// @param binary whether values are to come in their binary form, where they have one
record PluginOptions(String slot, List<String> publications, boolean binary) {

    PluginOptions {
        publications = List.copyOf(publications);
    }

    /// The options of the plug-in, by name, without quotes.
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("proto_version", "1");
        values.put(
                "publication_names",
                publications.stream()
                        .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")));
        if (binary) {
            values.put("binary", "true");
        }
        return values;
    }
}
