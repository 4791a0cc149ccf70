package basin.app.demo.company.draw;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A choice among things of which some are likelier than others. For any thread.
public final class Odds<T> {
    private final List<T> choices;
    /// For each choice, the sum of its weight and of those before it.
    private final double[] cumulative;

    private Odds(List<T> choices, double[] cumulative) {
        this.choices = choices;
        this.cumulative = cumulative;
    }

    /// @param weight not negative, and positive for at least one choice
    public static <T> Odds<T> of(List<T> choices, ToDoubleFunction<? super T> weight) {
        double[] cumulative = new double[choices.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight.applyAsDouble(choices.get(i));
            cumulative[i] = sum;
        }
        return new Odds<>(choices, cumulative);
    }

    public T pick(Dice dice) {
        return at(dice.fraction());
    }

    /// The choice at this fraction, in `[0, 1)`, of all weight.
    public T at(double fraction) {
        double mark = fraction * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, mark);
        return choices.get(found < 0 ? -found - 1 : found + 1);
    }
}
