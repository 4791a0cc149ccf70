package basin.model.artifact;

import basin.model.project.DbtVersion;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One run of a command, as its artifacts name it.
///
/// @param id unlike that of any other
/// @param startedAt when the command began
/// @param generatedAt when the artifact is written
public record Invocation(UUID id, Instant startedAt, Instant generatedAt) {
    private static final String SCHEMAS = "https://schemas.getdbt.com/dbt/";

    /// What every artifact of dbt's begins with.
    ///
    /// @param schema `manifest/v12`
    ObjectNode metadata(String schema) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("dbt_schema_version", SCHEMAS + schema + ".json");
        metadata.put("dbt_version", DbtVersion.CURRENT);
        metadata.setAll(metadata());
        metadata.putObject("env");
        return metadata;
    }

    /// What an artifact begins with that dbt does not have.
    ObjectNode metadata() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("generated_at", text(generatedAt));
        metadata.put("invocation_id", id.toString());
        metadata.put("invocation_started_at", text(startedAt));
        return metadata;
    }

    /// A point in time as artifacts write it, in microseconds.
    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
