package basin.core.problem;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the good word somebody probably meant by a wrong one.
public final class Suggestion {
    private Suggestion() {}

    /// The good word nearest to `wrong`, or null if none is near: a third of its letters may be mistaken, one at
    /// least. Case does not count, nor does `-` for `_`. Of two equally near ones the first is taken.
    public static @Nullable String nearest(String wrong, Collection<String> good) {
        String typed = fold(wrong);
        String best = null;
        int bestDistance = Math.max(1, typed.length() / 3) + 1;
        for (String word : good) {
            String candidate = fold(word);
            if (Math.abs(candidate.length() - typed.length()) >= bestDistance) {
                continue;
            }
            int distance = EditDistance.between(typed, candidate);
            // Nothing of the word would be left: 'x' is not nearly 'y'.
            if (distance < bestDistance && distance < Math.max(typed.length(), candidate.length())) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// `did you mean 'cdc'?`, to be used as a problem's remedy; null if no good word is near.
    public static @Nullable String didYouMean(String wrong, Collection<String> good) {
        String nearest = nearest(wrong, good);
        return nearest == null ? null : "did you mean '" + nearest + "'?";
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
