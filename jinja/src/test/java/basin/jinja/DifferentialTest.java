package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import basin.jinja.error.JinjaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// This room beside Jinja2 itself: the same text, or a failure of both.
final class DifferentialTest {
    @BeforeEach
    void needsTheRealOne() {
        assumeTrue(
                RealJinja.isInstalled(), "compared with Jinja2 only where python3 has it: apt install python3-jinja2");
    }

    @Test
    void expressionsHaveTheValuesTheyHaveInJinja2() throws IOException {
        compare(RealJinja.resource("expressions.txt")
                .lines()
                .map(expression -> "{{ " + expression + " }}")
                .toList());
    }

    @Test
    void templatesRenderAsInJinja2() throws IOException {
        compare(Arrays.asList(RealJinja.resource("templates.txt").split("\n----\n")));
    }

    @Test
    void randomTemplatesRenderOrFailAsInJinja2() throws IOException {
        RandomTemplates random = new RandomTemplates(Long.getLong("jinja.seed", 20));
        compare(Stream.generate(random::template).limit(1000).toList());
    }

    private static void compare(List<String> templates) throws IOException {
        RealJinja jinja = new RealJinja();
        List<@Nullable Object> expected = jinja.theirs(templates);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            String ours;
            boolean failed = false;
            try {
                ours = jinja.ours(templates.get(i));
            } catch (JinjaException failure) {
                ours = failure.getMessage();
                failed = true;
            }
            boolean same = failed ? expected.get(i) == null : Objects.equals(ours, expected.get(i));
            if (!same) {
                differences.add(templates.get(i) + "\n  Jinja2: " + expected.get(i) + "\n  ours:   " + ours);
            }
        }
        assertThat(differences).isEmpty();
    }
}
