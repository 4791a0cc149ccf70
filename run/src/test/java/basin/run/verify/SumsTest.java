package basin.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Sums are equal for the same rows in any order, each as often, and for no others.
class SumsTest {

    private static @Nullable Comparing shared;

    @BeforeContainer
    static void create() {
        shared = new Comparing();
        comparing().execute("create table bag (a int, b text)");
        comparing().sync();
    }

    @AfterContainer
    static void drop() {
        comparing().close();
    }

    private static Comparing comparing() {
        return Objects.requireNonNull(shared);
    }

    /// Rows of few different values, so that the same ones come often.
    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.of(
                        "(1, 'a')", "(1, 'b')", "(2, 'a')", "(2, null)", "(null, 'a')", "(null, null)", "(1, '~')")
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theOrderOfRowsDoesNotMatter(@ForAll("rows") List<String> rows, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        assertThat(agree(rows, shuffled)).isTrue();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void otherRowsHaveOtherSums(@ForAll("rows") List<String> atSource, @ForAll("rows") List<String> inLake) {
        boolean same = atSource.stream()
                .sorted()
                .toList()
                .equals(inLake.stream().sorted().toList());

        assertThat(agree(atSource, inLake)).isEqualTo(same);
    }

    private static boolean agree(List<String> atSource, List<String> inLake) {
        comparing().execute("truncate bag");
        if (!atSource.isEmpty()) {
            comparing().execute("insert into bag values " + String.join(", ", atSource));
        }
        String values = "values (0, '')"
                + String.join("", inLake.stream().map(row -> ", " + row).toList());
        comparing()
                .tamper(
                        "bag",
                        "select a::int as a, b::varchar as b from (" + values
                                + ") as v(a, b) where a is distinct from 0");
        return comparing().verdict().agrees();
    }
}
