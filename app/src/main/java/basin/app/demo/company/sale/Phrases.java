package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Sheet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people write, in their languages.
final class Phrases {
    private final Map<String, List<String>> byKindAndLanguage = Sheet.rows("phrases.txt").stream()
            .collect(Collectors.groupingBy(
                    row -> row.get(0) + " " + row.get(1), Collectors.mapping(List::getLast, Collectors.toList())));

    /// @param kind `note`, `engraving`, `too small`, `broken` or `regret`
    String pick(String kind, String language, Dice dice) {
        List<String> phrases = byKindAndLanguage.get(kind + " " + language);
        if (phrases == null) {
            throw new IllegalStateException("phrases.txt has no " + kind + " in " + language);
        }
        return dice.pick(phrases);
    }
}
