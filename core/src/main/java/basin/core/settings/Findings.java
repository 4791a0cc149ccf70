package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/// What a [Checked] record finds wrong with itself.
public final class Findings {
    private final YamlMap map;
    private final Place group;
    private final Problems problems;
    private boolean any;

    Findings(YamlMap map, Place group, Problems problems) {
        this.map = map;
        this.group = group;
        this.problems = problems;
    }

    /// Something is wrong with a setting, or with its absence.
    ///
    /// @param setting its key in the file; the problem is shown there, or at the group if the key is not there
    /// @param what the problem in one sentence, without values that may be secret
    /// @param remedy what to write instead; null if that is evident
    public void add(String setting, String what, @Nullable String remedy) {
        YamlMap.Entry entry = map.get(setting);
        problems.add(Problem.wrong(what, entry == null ? group : entry.value().place())
                .advise(remedy));
        any = true;
    }

    boolean any() {
        return any;
    }
}
