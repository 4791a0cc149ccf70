package basin.core.project;

import basin.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reading one source gave.
///
/// @param name null if not even its name could be read
/// @param definition null if anything is wrong with it
/// @param problems what is wrong; empty if there is a definition
record SourceReading(@Nullable String name, @Nullable SourceDefinition definition, List<Problem> problems) {

    static SourceReading right(SourceDefinition definition) {
        return new SourceReading(definition.name(), definition, List.of());
    }

    static SourceReading wrong(@Nullable String name, List<Problem> problems) {
        return new SourceReading(name, null, List.copyOf(problems));
    }

    /// The same, with sources of the same name turned into broken ones: nobody could say which of them is meant.
    static List<SourceReading> refuseSameNames(List<SourceReading> readings) {
        Map<String, SourceDefinition> firsts = new HashMap<>();
        Map<String, List<Problem>> clashes = new HashMap<>();
        for (SourceReading reading : readings) {
            SourceDefinition definition = reading.definition();
            if (definition == null) {
                continue;
            }
            SourceDefinition first = firsts.putIfAbsent(definition.name(), definition);
            if (first != null) {
                clashes.computeIfAbsent(definition.name(), name -> new ArrayList<>())
                        .add(Problem.wrong("there is a source '" + definition.name() + "' already", definition.place())
                                .because("it is defined at " + first.place())
                                .advise("give each source a name of its own"));
            }
        }
        return readings.stream()
                .map(reading -> {
                    List<Problem> clash = reading.name() == null ? null : clashes.get(reading.name());
                    return clash == null || reading.definition() == null ? reading : wrong(reading.name(), clash);
                })
                .toList();
    }
}
