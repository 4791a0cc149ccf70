package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.lake.catalog.LakeCatalog;
import basin.lake.schema.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.view.SQLViewRepresentation;
import org.apache.iceberg.view.UpdateViewProperties;
import org.apache.iceberg.view.View;
import org.apache.iceberg.view.ViewBuilder;

/// The views of the lake as Iceberg keeps them.
///
/// For any thread.
record StoredViews(LakeCatalog catalog, DelegateFileIO files) {
    private static final String DIALECT = "duckdb";

    /// How many metadata files of a view stay: the current one, and the one before for whoever has just
    /// looked it up.
    private static final int METADATA_FILES = 2;

    Optional<LakeView> find(TableName name) {
        try {
            return Optional.of(view(name, catalog.iceberg().loadView(LakeCatalog.identifier(name))));
        } catch (NoSuchViewException e) {
            return Optional.empty();
        }
    }

    /// Makes a view, or makes it anew.
    ///
    /// @param location where a new one is to lie
    void put(TableName name, String sql, Schema columns, Map<String, String> notes, String location) {
        ViewBuilder builder = catalog.iceberg()
                .buildView(LakeCatalog.identifier(name))
                .withSchema(TableSchema.toIceberg(columns))
                .withQuery(DIALECT, sql)
                .withDefaultNamespace(Namespace.of(name.schema()))
                .withProperties(Notes.asProperties(notes));
        if (catalog.iceberg().viewExists(LakeCatalog.identifier(name))) {
            tidy(builder.replace());
        } else {
            builder.withLocation(location).create();
        }
    }

    void note(TableName name, Map<String, String> notes) {
        View view = catalog.iceberg().loadView(LakeCatalog.identifier(name));
        UpdateViewProperties update = view.updateProperties();
        Notes.asProperties(notes).forEach(update::set);
        update.commit();
        tidy(view);
    }

    /// Takes a view out of the catalog; its files stay.
    Optional<RemovedRelation> remove(TableName name) {
        Optional<RemovedRelation> files = files(name);
        return catalog.iceberg().dropView(LakeCatalog.identifier(name)) ? files : Optional.empty();
    }

    /// What deletes the files of a view.
    Optional<RemovedRelation> files(TableName name) {
        try {
            String location =
                    catalog.iceberg().loadView(LakeCatalog.identifier(name)).location();
            return Optional.of(new RemovedRelation(() -> files.deletePrefix(location + "/")));
        } catch (NoSuchViewException e) {
            return Optional.empty();
        }
    }

    private void tidy(View view) {
        List<FileInfo> metadata = new ArrayList<>();
        files.listPrefix(view.location() + "/metadata/").forEach(metadata::add);
        metadata.sort(Comparator.comparingLong(FileInfo::createdAtMillis)
                .thenComparing(FileInfo::location)
                .reversed());
        metadata.stream().skip(METADATA_FILES).map(FileInfo::location).forEach(files::deleteFile);
    }

    private static LakeView view(TableName name, View view) {
        SQLViewRepresentation query = view.sqlFor(DIALECT);
        if (query == null || !query.dialect().equals(DIALECT)) {
            throw new ProblemException(Problem.failed("the view is written for another engine", place(name))
                    .because("it has no query in the dialect " + DIALECT));
        }
        Schema columns = TableSchema.toBasin(view.schema(), view.properties(), place(name));
        return new LakeView(name, query.sql(), columns, Notes.in(view.properties()));
    }

    private static Place.InTable place(TableName name) {
        return new Place.InTable(name.toString());
    }
}
