package basin.core.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A settings record with everything that one may declare.
@Doc("Everything.")
record AllShapes(
        @Doc("A text.") @Example("shop") String text,
        @Doc("A whole number.") @Range(min = -5) int number,
        @Doc("A large one.") long largeNumber,
        @Doc("A broken one.") double fraction,
        @Doc("True or false.") boolean truth,
        @Doc("A time span.") Duration duration,
        @Doc("A size.") DataSize size,
        @Doc("A path.") Path path,
        @Doc("A password.") Secret secret,
        @Doc("A word.") Colour colour,
        @Doc("Some words.") List<String> list,
        @Doc("Some numbers.") Map<String, Integer> named,
        @Doc("A group.") Point group,
        @Doc("Some groups.") List<Point> groups,
        @Doc("One of two.") Form form,
        @Doc("A text that may be missing.") @Nullable String nothing,

        @Doc("A group that may be missing.") @Default("{x: 1, y: 2}")
        Point standard) {

    enum Colour {
        @Doc("Like blood.")
        RED,
        LIGHT_BLUE
    }

    record Point(
            @Doc("To the right.") int x,
            @Doc("Upwards.") @Default("0") int y) {}

    @Doc("A form.")
    sealed interface Form {
        @Variant("circle")
        record Circle(@Doc("Its radius.") @Example("1.5") double radius) implements Form {}

        @Variant("square")
        record Square(@Doc("Its width.") double width) implements Form {}
    }
}
