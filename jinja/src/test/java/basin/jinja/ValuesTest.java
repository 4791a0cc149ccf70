package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.Items;
import basin.jinja.operation.PythonLiteral;
import basin.jinja.operation.Text;
import basin.jinja.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What holds of values whatever they are.
final class ValuesTest {
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().all().excludeChars('\ud800', '\udfff').map(text -> (Object) wellFormed(text)),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false));
        return Arbitraries.lazyOf(
                () -> plain,
                () -> plain.list().ofMaxSize(3).map(list -> (Object) new ArrayList<Object>(list)),
                () -> plain.list().ofMaxSize(3).map(Tuple::copyOf),
                () -> Arbitraries.maps(Arbitraries.strings().alpha(), plain)
                        .ofMaxSize(3)
                        .map(map -> (Object) map));
    }

    private static String wellFormed(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "?");
    }

    @Property(tries = 200)
    void aLiteralOfAValueIsTheValue(@ForAll("values") Object value) {
        assertThat(PythonLiteral.parse(Text.repr(value))).isEqualTo(value);
    }

    @Property(tries = 200)
    void aSliceHoldsTheElementsThatCountingFinds(
            @ForAll @Size(max = 6) List<Integer> list,
            @ForAll @IntRange(min = -8, max = 8) int from,
            @ForAll @IntRange(min = -8, max = 8) int to,
            @ForAll @IntRange(min = -3, max = 3) int step) {
        if (step == 0) {
            return;
        }
        int size = list.size();
        int start = from < 0 ? from + size : from;
        int stop = to < 0 ? to + size : to;
        List<@Nullable Object> expected = new ArrayList<>();
        int first = step > 0 ? Math.max(start, 0) : Math.min(start, size - 1);
        for (int at = first; step > 0 ? at < Math.min(stop, size) : at > Math.max(stop, -1); at += step) {
            if (at >= 0 && at < size) {
                expected.add(list.get(at));
            }
        }
        assertThat(Items.slice(list, (long) from, (long) to, (long) step)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void wholeNumbersNeverOverflow(@ForAll long left, @ForAll long right) {
        BigInteger a = BigInteger.valueOf(left);
        BigInteger b = BigInteger.valueOf(right);
        assertThat(Text.str(Arithmetic.add(left, right))).isEqualTo(a.add(b).toString());
        assertThat(Text.str(Arithmetic.subtract(left, right)))
                .isEqualTo(a.subtract(b).toString());
        assertThat(Text.str(Arithmetic.multiply(left, right)))
                .isEqualTo(a.multiply(b).toString());
    }

    @Property(tries = 200)
    void aQuotientAndItsRestMakeTheWhole(@ForAll long left, @ForAll long right) {
        if (right == 0) {
            return;
        }
        Object quotient = Arithmetic.floorDivide(left, right);
        Object rest = Arithmetic.modulo(left, right);
        assertThat(Arithmetic.add(Arithmetic.multiply(quotient, right), rest)).isEqualTo(left);
        assertThat(rest instanceof Long small && (small == 0 || small < 0 == right < 0))
                .isTrue();
    }

    @Property(tries = 100)
    void textThatIsNoTemplateRendersAsItIs(@ForAll String text) {
        String plain = text.replace("{", "").replace("\r", "");
        assertThat(Environment.builder()
                        .keepTrailingNewline()
                        .build()
                        .template("t", plain)
                        .render(Map.of()))
                .isEqualTo(plain);
    }
}
