package basin.app.cli;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/// Reads one of several words, as the `toString` of an enum's constants gives them, and answers a wrong one
/// with the good ones.
///
/// @param what      what the word is, for the message: `format`
/// @param constants of the enum
record Words(String what, List<Object> constants) implements ITypeConverter<Object> {

    static Words of(String what, Class<?> type) {
        return new Words(what, Arrays.asList(type.getEnumConstants()));
    }

    @Override
    public Object convert(String typed) {
        for (Object constant : constants) {
            if (constant.toString().equals(typed)) {
                return constant;
            }
        }
        List<String> good = constants.stream().map(Object::toString).toList();
        throw new ProblemException(Problem.wrong(
                        "unknown %s '%s'; one of %s".formatted(what, typed, String.join(", ", good)), Place.NOWHERE)
                .advise(Suggestion.didYouMean(typed, good)));
    }
}
