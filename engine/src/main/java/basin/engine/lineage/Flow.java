package basin.engine.lineage;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What a value depends on.
///
/// @param dependencies all that was found
/// @param unknown      why there may be more: in words, for people; empty where there is no more
public record Flow(SortedSet<Dependency> dependencies, SortedSet<String> unknown) {

    /// Of a value that depends on no column, as a constant.
    public static final Flow NONE = new Flow(new TreeSet<>(), new TreeSet<>());

    /// Of the values of a column as they are.
    static Flow of(SourceColumn source) {
        SortedSet<Dependency> one = new TreeSet<>();
        one.add(new Dependency(source, Transformation.IDENTITY));
        return new Flow(one, NONE.unknown);
    }

    /// Of a value that may depend on anything.
    public static Flow unknown(String why) {
        SortedSet<String> one = new TreeSet<>();
        one.add(why);
        return new Flow(NONE.dependencies, one);
    }

    /// Whether there may be more than what was found.
    public boolean isUnknown() {
        return !unknown.isEmpty();
    }

    private boolean isNone() {
        return dependencies.isEmpty() && unknown.isEmpty();
    }

    /// Of a value that is made of two.
    Flow and(Flow other) {
        if (isNone() || equals(other)) {
            return other;
        }
        return other.isNone() ? this : new Flow(both(dependencies, other.dependencies), both(unknown, other.unknown));
    }

    static Flow all(Collection<Flow> flows) {
        return flows.stream().reduce(NONE, Flow::and);
    }

    private static <T extends Comparable<T>> SortedSet<T> both(SortedSet<T> some, SortedSet<T> others) {
        SortedSet<T> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /// Of a value that is computed from this one.
    Flow changed() {
        return passing(found -> found == Transformation.IDENTITY ? Transformation.TRANSFORMATION : found);
    }

    /// Of a value that is computed from this one of many rows.
    Flow aggregated() {
        return passing(found -> Transformation.AGGREGATION);
    }

    /// Of a value that has nothing of this one, which only decides something about it.
    Flow deciding(Transformation what) {
        return passing(found -> what);
    }

    /// What decides on a value also decides on what is made of it, in the same way.
    private Flow passing(UnaryOperator<Transformation> direct) {
        if (dependencies.isEmpty()) {
            return this;
        }
        SortedSet<Dependency> changed = new TreeSet<>();
        for (Dependency each : dependencies) {
            Transformation found = each.transformation();
            changed.add(found.isDirect() ? new Dependency(each.source(), direct.apply(found)) : each);
        }
        return new Flow(changed, unknown);
    }
}
