package basin.connect.postgres.plan;

import basin.connect.postgres.types.As;
import basin.core.settings.Checked;
import basin.core.settings.Default;
import basin.core.settings.Distinct;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import java.util.List;
import java.util.Map;

/// Which columns of a table are loaded, and as what.
@Doc("Which columns of a table are loaded, and as what.")
public record ColumnSettings(
        @Doc("The columns to load; all of them if none is listed.") @Default("[]") @Distinct
        List<String> include,

        @Doc("Columns to leave out.") @Default("[]") @Distinct @Example("[ssn, iban]")
        List<String> exclude,

        @Doc("Columns that are not loaded as what their type usually becomes: `text` for any type, `binary` for texts, "
                + "`uuid`, `time`, and `decimal(p, s)` for numeric.")
        @Default("{}")
        @Example("{amount: \"decimal(38, 9)\"}")
        Map<String, As> as)
        implements Checked {

    /// Every column, as what its type usually becomes.
    static final ColumnSettings ALL = new ColumnSettings(List.of(), List.of(), Map.of());

    @Override
    public void check(Findings findings) {
        if (!include.isEmpty() && !exclude.isEmpty()) {
            findings.add("exclude", "'include' and 'exclude' cannot both be given", "keep one of them");
        }
    }

    boolean loads(String column) {
        return include.isEmpty() ? !exclude.contains(column) : include.contains(column);
    }
}
