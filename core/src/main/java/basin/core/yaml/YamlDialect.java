package basin.core.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/// Which YAML a file is written in.
public enum YamlDialect {
    /// YAML 1.2 with its core schema; a key that is given twice is a mistake. What Basin's own files are.
    STRICT(new CoreSchema()),
    /// YAML 1.1 as PyYAML reads it: `yes`, `no`, `on` and `off` are truths, and of a key that is given twice the last
    /// value counts. What dbt's files are. Dates stay texts.
    PYTHON(new PythonSchema());

    /// Enough for any settings file, and few enough that a file of nested aliases cannot exhaust the memory.
    private static final int MOST_ALIASES = 1_000;

    private final LoadSettings settings;

    YamlDialect(Schema schema) {
        this.settings = LoadSettings.builder()
                .setSchema(schema)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
    }

    LoadSettings settings() {
        return settings;
    }

    /// Whether the second of two equal keys replaces the first.
    boolean lastKeyWins() {
        return this == PYTHON;
    }
}
