package basin.model.project;

/// The version of dbt whose projects run here: what `dbt_version` says, artifacts tell, and `require-dbt-version` is
/// held against.
public final class DbtVersion {
    /// In the form of dbt's own.
    public static final String CURRENT = "1.10.13";

    private DbtVersion() {}
}
