package basin.core.problem;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How far apart two words are as typing mistakes: the Damerau-Levenshtein distance without restriction, where a
/// missing letter, one too many, a wrong one, and two neighbours swapped count as one each. It is a metric.
final class EditDistance {
    private EditDistance() {}

    /// The smallest number of mistakes that turn `a` into `b`; in time and memory proportional to the product of
    /// their lengths.
    static int between(String a, String b) {
        int unreachable = a.length() + b.length();
        // One row and column more than usual: index 0 is the wall that a swap must not reach beyond.
        int[][] cost = new int[a.length() + 2][b.length() + 2];
        Arrays.fill(cost[0], unreachable);
        for (int i = 0; i <= a.length(); i++) {
            cost[i + 1][0] = unreachable;
            cost[i + 1][1] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[1][j + 1] = j;
        }
        Map<Character, Integer> lastRowOf = new HashMap<>();
        for (int i = 1; i <= a.length(); i++) {
            int lastColumn = 0;
            for (int j = 1; j <= b.length(); j++) {
                int swapRow = lastRowOf.getOrDefault(b.charAt(j - 1), 0);
                int swapColumn = lastColumn;
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                if (same) {
                    lastColumn = j;
                }
                int replaced = cost[i][j] + (same ? 0 : 1);
                int insertedOrDropped = Math.min(cost[i + 1][j], cost[i][j + 1]) + 1;
                int swapped = cost[swapRow][swapColumn] + (i - swapRow - 1) + 1 + (j - swapColumn - 1);
                cost[i + 1][j + 1] = Math.min(Math.min(replaced, insertedOrDropped), swapped);
            }
            lastRowOf.put(a.charAt(i - 1), i);
        }
        return cost[a.length() + 1][b.length() + 1];
    }
}
