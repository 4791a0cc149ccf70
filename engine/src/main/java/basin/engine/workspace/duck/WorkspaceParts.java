package basin.engine.workspace.duck;

import basin.core.rows.Field;
import basin.core.stream.TableName;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.LakeView;
import basin.lake.Relation;
import basin.lake.RemovedRelation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What all sessions of a workspace share, and what they do to whole relations with it.
///
/// For any thread.
record WorkspaceParts(Lake lake, RelationList relations, Instance instance, Readers readers, Locks locks) {

    /// The note with the comment of a relation; that of a view's column has the column's name behind a dot.
    static final String COMMENT = "comment";

    void createSchema(String schema) {
        lake.createSchema(schema);
        instance.tell(mirror -> mirror.makeSchema(schema));
    }

    /// Drops a schema with what is in it.
    void dropSchema(String schema, Relations relations) {
        relations.all().stream()
                .map(Relation::name)
                .filter(name -> name.schema().equalsIgnoreCase(schema))
                .forEach(this::drop);
        lake.schemas().stream().filter(schema::equalsIgnoreCase).forEach(lake::dropSchema);
        instance.tell(mirror -> mirror.dropSchema(schema));
    }

    /// Drops a table or a view; its files go once nobody reads them.
    boolean drop(TableName name) {
        Optional<RemovedRelation> removed = lake.remove(name);
        removed.ifPresent(files -> readers.afterwards(files::deleteFiles));
        return removed.isPresent();
    }

    boolean rename(TableName from, TableName to) {
        instance.tell(mirror -> mirror.makeSchema(to.schema()));
        lake.rename(from, to);
        return true;
    }

    void note(Relation relation, Map<String, String> notes) {
        switch (relation.kind()) {
            case TABLE -> lake.table(relation.name()).note(notes);
            case VIEW -> lake.noteView(relation.name(), notes);
        }
    }

    /// Comments by column.
    Map<String, String> comments(Relation relation) {
        return switch (relation.kind()) {
            case TABLE ->
                lake.find(relation.name()).stream()
                        .flatMap(table -> table.schema().fields().stream())
                        .collect(Collectors.toMap(Field::name, Field::doc));
            case VIEW -> {
                String column = COMMENT + ".";
                yield notes(relation).entrySet().stream()
                        .filter(note -> note.getKey().startsWith(column))
                        .collect(Collectors.toMap(
                                note -> note.getKey().substring(column.length()), Map.Entry::getValue));
            }
        };
    }

    /// What was noted with a relation.
    Map<String, String> notes(Relation relation) {
        return switch (relation.kind()) {
            case TABLE -> lake.find(relation.name()).map(LakeTable::notes).orElse(Map.of());
            case VIEW -> lake.findView(relation.name()).map(LakeView::notes).orElse(Map.of());
        };
    }
}
