package basin.core.settings;

/// A settings record whose settings have to fit together: `mode: incremental` needs a `cursor`.
public interface Checked {

    /// Called once after each setting by itself was found to be right.
    void check(Findings findings);
}
