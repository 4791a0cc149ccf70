package basin.model.selection;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What is to be selected, as a value.
public sealed interface Selection {

    /// What one criterion finds, with what is around it in the graph.
    ///
    /// @param written as it was given, for messages
    /// @param around how much of the graph around it is meant too
    /// @param indirect which tests come along; null for what the command line says
    record Criterion(
            String written,
            Method method,
            String value,
            Around around,
            @Nullable IndirectSelection indirect) implements Selection {}

    /// What any of several selects.
    record Union(List<Selection> parts) implements Selection {}

    /// What all of several select.
    record Intersection(List<Selection> parts) implements Selection {}

    /// What one selects and the other does not.
    record Difference(Selection included, Selection excluded) implements Selection {}

    /// Everything.
    record Everything() implements Selection {}

    /// A method of finding resources.
    ///
    /// @param name `tag`, `path`, `config`
    /// @param arguments the words behind its name, as `materialized` of `config.materialized`
    record Method(String name, List<String> arguments) {}

    /// How much of the graph around what is found is meant too.
    ///
    /// @param childrensParents whether all that depends on it is, and all that this needs: `@model`
    /// @param parents how many steps towards what it needs; empty for none, [#ALL_STEPS] for all
    /// @param children how many steps towards what depends on it; empty for none, [#ALL_STEPS] for all
    record Around(boolean childrensParents, OptionalInt parents, OptionalInt children) {
        /// As far as the graph goes.
        public static final int ALL_STEPS = Integer.MAX_VALUE;

        /// Nothing around it.
        public static final Around NOTHING = new Around(false, OptionalInt.empty(), OptionalInt.empty());
    }
}
