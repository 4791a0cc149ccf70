package basin.app.verify;

import basin.run.verify.Difference;
import basin.run.verify.TableVerdict;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/// A verdict for machines.
final class VerdictJson {

    private VerdictJson() {}

    static void write(TableVerdict verdict, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", verdict.table().toString());
        json.writeBooleanField("equal", verdict.agrees());
        json.writeNumberField("source_rows", verdict.sourceRows());
        json.writeNumberField("lake_rows", verdict.lakeRows());
        json.writeNumberField("unfit", verdict.unfit());
        json.writeNumberField("quarantined", verdict.quarantined());
        json.writeNumberField("pieces", verdict.pieces());
        json.writeNumberField("differing_pieces", verdict.differingPieces());
        json.writeNumberField("missing", verdict.differences().missing());
        json.writeNumberField("surplus", verdict.differences().surplus());
        json.writeNumberField("changed", verdict.differences().changed());
        json.writeStringField("source_position", verdict.compared().text());
        json.writeStringField(
                "lake_position",
                verdict.loaded().map(position -> position.text()).orElse(null));
        json.writeStringField("source_movement", verdict.movement().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("seconds", verdict.duration().toMillis() / 1000.0);
        json.writeArrayFieldStart("differences");
        for (Difference difference : verdict.differences().listed()) {
            write(difference, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Difference difference, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("key");
        for (Difference.Cell cell : difference.key()) {
            json.writeStringField(cell.column(), cell.value());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("values");
        for (Difference.ChangedCell cell : difference.cells()) {
            json.writeStartObject();
            json.writeStringField("column", cell.column());
            json.writeStringField("source", cell.source());
            json.writeStringField("lake", cell.lake());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
