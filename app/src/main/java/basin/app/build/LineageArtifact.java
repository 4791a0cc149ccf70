package basin.app.build;

import basin.model.artifact.ArtifactFile;
import basin.model.artifact.Invocation;
import basin.model.artifact.Lineage;
import basin.model.artifact.LineageTable;
import basin.model.artifact.LineageTable.LineageColumn;
import basin.model.artifact.LineageTable.LineageInput;
import basin.run.lineage.Edge;
import basin.run.lineage.ProjectLineage;
import basin.run.lineage.TableColumn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/// What was found out about columns, as the artifact `column_lineage.json`.
final class LineageArtifact {
    private LineageArtifact() {}

    /// Writes it into a folder.
    ///
    /// @return what was written
    static ObjectNode write(Path folder, ProjectLineage lineage, ShownNames names, Invocation invocation) {
        ObjectNode artifact = Lineage.of(
                lineage.tables().stream().map(id -> table(id, lineage, names)).toList(), invocation);
        ArtifactFile.write(folder.resolve(Lineage.FILE), artifact);
        return artifact;
    }

    private static LineageTable table(String id, ProjectLineage lineage, ShownNames names) {
        List<LineageColumn> columns = lineage.columns(id).stream()
                .map(column -> column(column, lineage, names))
                .toList();
        return new LineageTable(id, names.table(id), columns);
    }

    private static LineageColumn column(TableColumn column, ProjectLineage lineage, ShownNames names) {
        List<LineageInput> inputs = lineage.upstream(column).stream()
                .map(edge -> input(edge, names))
                .toList();
        return new LineageColumn(column.column(), inputs, List.copyOf(lineage.unknown(column)));
    }

    private static LineageInput input(Edge edge, ShownNames names) {
        TableColumn from = edge.from();
        return new LineageInput(
                from.table(),
                names.table(from.table()),
                from.column(),
                edge.transformation().isDirect(),
                edge.transformation().name());
    }
}
