package basin.core.project;

import basin.core.settings.Default;
import basin.core.settings.Distinct;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Matches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every source says of itself, whatever its type.
///
/// @param description null if nothing is said
/// @param forEach null for a file that is one source; otherwise the file is a template
record SourceHeader(
        @Doc("The source's name: its tables are in the schema of that name.")
        @Example("shop")
        @Matches(value = SourceName.PATTERN, meaning = "made of lower-case letters, digits and '_', a letter first")
        String name,

        @Doc("What the source is, for people.") @Example("Orders of the web shop") @Nullable
        String description,

        @Doc("Words to select sources by.") @Default("[]") @Example("[daily, sales]") @Distinct
        List<String> tags,

        @Doc("A CSV file, looked for beside this file and in the project folder: each of its rows makes a source, in "
                + "which `${row.COLUMN}` stands for the row's value.")
        @Example("stores.csv")
        @Nullable
        String forEach) {}
