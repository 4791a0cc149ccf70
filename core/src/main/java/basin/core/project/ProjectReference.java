package basin.core.project;

import basin.core.settings.SettingsExample;
import basin.core.settings.SettingsReference;
import java.util.List;

/// The reference page of a project's files, in Markdown.
public final class ProjectReference {
    private ProjectReference() {}

    /// A page with a section for each kind of file and of source.
    ///
    /// @param types the kinds of sources there are
    public static String page(List<SourceType> types) {
        StringBuilder page = new StringBuilder("# Settings\n\n")
                .append(SettingsReference.of(BasinSettings.class, "`basin.yml`", 2))
                .append(example(SettingsExample.of(BasinSettings.class)))
                .append(SettingsReference.of(SourceHeader.class, "`sources/*.yml`", 2));
        for (SourceType type : types) {
            page.append(SettingsReference.of(type.settings(), "Sources of `type: " + type.name() + "`", 2))
                    .append(example("name: shop\ntype: " + type.name() + "\n" + SettingsExample.of(type.settings())));
        }
        return page.toString();
    }

    private static String example(String yaml) {
        return "```yaml\n" + yaml + "```\n\n";
    }
}
