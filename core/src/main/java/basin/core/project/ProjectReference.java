package basin.core.project;

import basin.core.settings.SettingsExample;
import basin.core.settings.SettingsReference;
import java.util.List;

/// The reference page of a project's files, in Markdown.
public final class ProjectReference {
    private static final String PREFACE = """
            # Settings

            Settings are YAML 1.2: keys in `snake_case`, words in `kebab-case`. A list of one item may be written without
            brackets. `basin check` reads all files and names every mistake with its place; `basin schema` writes JSON
            schemas with which editors complete and check.

            ## References

            A value, or a part of it, may come from elsewhere:

            | written | value |
            |---|---|
            | `${env:NAME}` | The environment variable, or else the line `NAME=value` of the file `.env` in the project folder. Where both are there, the environment wins. |
            | `${env:NAME:-default}` | The same, with a default for a variable that is not set or empty. |
            | `${secret:NAME}` | The environment variable `BASIN_SECRET_NAME`, or else the file `.basin/secrets/NAME`, which only its owner may read (mode 600). |
            | `${row.COLUMN}` | In a file with `for_each`: the value in the row. `${row.COLUMN:-default}` gives an empty one a default. |
            | `$${` | The characters `${` themselves. |

            References may stand inside of names and defaults: `${secret:pos_${row.code}}`. What comes from the environment
            or from a secret is never shown again. `.env` and `.basin` do not belong into version control.

            """;

    private ProjectReference() {}

    /// A page with a section for each kind of file and of source.
    ///
    /// @param types the kinds of sources there are
    public static String page(List<SourceType> types) {
        StringBuilder page = new StringBuilder(PREFACE)
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
