package basin.core.settings;

import java.util.Collection;
import java.util.stream.Collectors;

/// The reference page of settings records, in Markdown: a table per group of settings, nested groups in sections
/// below.
public final class SettingsReference {
    private final StringBuilder page = new StringBuilder();

    private SettingsReference() {}

    /// A section on one settings record.
    ///
    /// @param title its heading
    /// @param level how deep the heading is: 1 for a page of its own; groups inside get the next level
    public static String of(Class<? extends Record> settings, String title, int level) {
        SettingsReference reference = new SettingsReference();
        reference.section(Shape.of(settings), title, "", level);
        return reference.page.toString();
    }

    private void section(Shape.Group group, String title, String path, int level) {
        page.append("#".repeat(level)).append(' ').append(title).append("\n\n");
        if (!group.doc().isEmpty()) {
            page.append(group.doc()).append("\n\n");
        }
        if (!group.settings().isEmpty()) {
            page.append("| setting | value | default | |\n|---|---|---|---|\n");
            group.settings().forEach(this::row);
            page.append('\n');
        }
        for (Setting setting : group.settings()) {
            String inner = path + setting.name();
            below(setting.shape(), inner, level + 1);
        }
    }

    private void below(Shape shape, String path, int level) {
        switch (shape) {
            case Shape.Group group -> section(group, "`" + path + "`", path + ".", level);
            case Shape.Choice choice ->
                choice.variants()
                        .forEach((word, group) ->
                                section(group, "`%s`, `type: %s`".formatted(path, word), path + ".", level));
            case Shape.Many many -> below(many.item(), path, level);
            case Shape.Named named -> below(named.value(), path + ".NAME", level);
            case Shape.Word ignored -> {}
            case Shape.Single ignored -> {}
        }
    }

    private void row(Setting setting) {
        page.append("| `")
                .append(setting.name())
                .append("` | ")
                .append(cell(value(setting)))
                .append(" | ")
                .append(cell(standard(setting)))
                .append(" | ")
                .append(cell(text(setting)))
                .append(" |\n");
    }

    private static String value(Setting setting) {
        String value = value(setting.shape());
        if (setting.matches() != null) {
            value = setting.matches().meaning();
        }
        if (setting.range() != null) {
            String limits = new Limits(setting.range()).toString();
            value += setting.shape() instanceof Shape.Many ? ", " + limits + " of them" : " " + limits;
        }
        return value;
    }

    private static String value(Shape shape) {
        return switch (shape) {
            case Shape.Group ignored -> "a mapping, see below";
            case Shape.Choice choice ->
                "a mapping with `type`: " + words(choice.variants().keySet());
            case Shape.Many many -> "one or a list: " + value(many.item());
            case Shape.Named named -> "names, each with " + value(named.value());
            case Shape.Word word -> words(word.values().keySet());
            case Shape.Single single ->
                single.type().isSecret() ? "a secret" : single.type().meaning();
        };
    }

    private static String standard(Setting setting) {
        if (setting.required()) {
            return "required";
        }
        return setting.defaultText() == null || setting.defaultText().isEmpty()
                ? ""
                : "`" + setting.defaultText() + "`";
    }

    private static String text(Setting setting) {
        StringBuilder text = new StringBuilder(setting.doc());
        if (setting.shape() instanceof Shape.Word word) {
            word.docs()
                    .forEach((name, doc) ->
                            text.append(" `").append(name).append("`: ").append(doc));
        }
        if (setting.example() != null) {
            text.append(" Example: `").append(setting.written()).append('`');
        }
        return text.toString();
    }

    private static String words(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
