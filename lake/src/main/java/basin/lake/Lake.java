package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.ParquetLayout;
import basin.lake.catalog.CatalogDatabase;
import basin.lake.catalog.CatalogEntry;
import basin.lake.catalog.LakeCatalog;
import basin.lake.scan.KnownFiles;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalPaths;
import basin.lake.storage.LocalStorage;
import basin.lake.storage.S3Storage;
import basin.lake.storage.Storage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;

/// All tables of a project: Iceberg tables that Basin writes and anyone may read.
///
/// For any thread. Any number of processes may have the same lake open to read it; one of them writes.
public final class Lake implements AutoCloseable {
    private final Storage storage;
    private final LakeCatalog catalog;
    private final StoredViews views;
    private final UnfinishedTables unfinished;
    private final KnownFiles knownFiles = new KnownFiles();
    private final String warehouse;
    private final Path folder;
    private volatile Listed listed = new Listed(List.of(), List.of());

    private Lake(Storage storage, LakeCatalog catalog, String warehouse, Path folder) {
        this.storage = storage;
        this.catalog = catalog;
        this.views = new StoredViews(catalog, storage.files());
        this.unfinished = new UnfinishedTables(catalog, storage.files());
        this.warehouse = warehouse;
        this.folder = folder;
    }

    /// Opens a lake. One that is not there yet is made.
    ///
    /// @throws ProblemException where its catalog cannot be reached, is damaged or belongs to something
    ///                          else
    public static Lake open(LakeSettings settings) {
        return open(settings, home -> storage(settings, home));
    }

    /// Opens a lake whose files lie in a storage that it closes at its own end.
    ///
    /// @param storageOf gives it, for a lake that metadata says is at a location
    static Lake open(LakeSettings settings, Function<String, Storage> storageOf) {
        PortableSnappy.choose();
        CatalogDatabase database = CatalogDatabase.open(settings.database());
        try {
            String home = LakeHome.of(database, settings.warehouse());
            Storage storage = storageOf.apply(home);
            LakeCatalog catalog = LakeCatalog.in(database, home, storage.files());
            return new Lake(storage, catalog, home, settings.folder());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// The folder of this machine below which all data files are that are written or read here.
    public Path folder() {
        return folder;
    }

    /// All tables, in the order of their names.
    public List<TableName> tables() {
        return relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.TABLE)
                .map(Relation::name)
                .toList();
    }

    /// All tables and views, in the order of their names; from the catalog alone.
    ///
    /// It is the very list of the last time where nothing is new, whoever writes: asking again is cheap, and so
    /// is to compare the two.
    public List<Relation> relations() {
        List<CatalogEntry> entries = catalog.entries();
        Listed known = listed;
        if (!known.entries.equals(entries)) {
            known = new Listed(entries, entries.stream().map(Lake::relation).toList());
            listed = known;
        }
        return known.relations;
    }

    /// All schemas, those without tables among them, in the order of their names.
    public List<String> schemas() {
        return catalog.schemas();
    }

    /// Makes a schema; does nothing where it is there.
    public void createSchema(String schema) {
        schemaProblem(schema).run(() -> makeNamespace(Namespace.of(schema)));
    }

    /// Drops a schema that has no relations; does nothing where it is not there.
    ///
    /// @throws ProblemException where it has relations
    public void dropSchema(String schema) {
        schemaProblem(schema).run(() -> catalog.iceberg().dropNamespace(Namespace.of(schema)));
    }

    /// A table as it is now; empty where there is none of that name.
    public Optional<LakeTable> find(TableName name) {
        try {
            return Optional.of(new LakeTable(handle(name, load(name))));
        } catch (NoSuchTableException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw problem(name).of(e);
        }
    }

    /// A table as it is now.
    ///
    /// @throws ProblemException where there is none of that name, with the name that was probably meant
    public LakeTable table(TableName name) {
        return find(name).orElseThrow(() -> new ProblemException(missing(name)));
    }

    /// Makes a table. It has no rows and no snapshot.
    ///
    /// @throws ProblemException where there is one of that name already
    public LakeTable create(TableName name, Schema schema) {
        return problem(name).ask(() -> {
            makeNamespace(Namespace.of(name.schema()));
            return new LakeTable(handle(name, building(name, name, schema).create()));
        });
    }

    /// As [#create], for a load to fill: until one has, the table is not to be taken for an empty one. See
    /// [LakeTable#isAwaited()].
    public LakeTable createAwaited(TableName name, Schema schema) {
        return problem(name).ask(() -> {
            makeNamespace(Namespace.of(name.schema()));
            return new LakeTable(handle(
                    name,
                    building(name, name, schema)
                            .withProperty(Keys.AWAITED, "true")
                            .create()));
        });
    }

    /// Begins a table with exactly these columns: a new one, or one in place of the table or view that
    /// has the name. A table keeps its earlier snapshots and its notes.
    public TableReplacement replace(TableName name, Schema schema) {
        return problem(name)
                .ask(() -> find(name).map(table -> table.replace(schema)).orElseGet(() -> begin(name, schema)));
    }

    /// Takes away what processes have left of new tables that they did not live to finish. Called by the process that
    /// owns writing, while it makes no table.
    public void clearUp() {
        new LakeProblem(Place.NOWHERE, storage, catalog).run(() -> unfinished.clearUp(this::drop));
    }

    /// A view; empty where there is none of that name.
    public Optional<LakeView> findView(TableName name) {
        return problem(name).ask(() -> views.find(name));
    }

    /// Makes a view, in place of the view or table that has its name.
    ///
    /// @param sql     see [LakeView]
    /// @param columns what it has now
    /// @return the table that had the name
    public Optional<RemovedRelation> createView(TableName name, String sql, Schema columns, Map<String, String> notes) {
        return problem(name).ask(() -> {
            makeNamespace(Namespace.of(name.schema()));
            Optional<LakeTable> table = find(name);
            if (table.isEmpty()) {
                views.put(name, sql, columns, notes, newFolder(name));
                return Optional.empty();
            }
            TableName born = TemporaryName.beside(name);
            views.put(born, sql, columns, notes, newFolder(name));
            catalog.replace(born, name);
            return table.map(it -> new RemovedRelation(it::deleteFiles));
        });
    }

    /// Notes something with a view; see [LakeTable#note(Map)].
    public void noteView(TableName name, Map<String, String> notes) {
        problem(name).run(() -> views.note(name, notes));
    }

    /// Gives a table or a view another name. Its files stay where they are.
    ///
    /// @throws ProblemException where it is not there, or the other name is taken
    public void rename(TableName from, TableName to) {
        problem(from).run(() -> {
            makeNamespace(Namespace.of(to.schema()));
            if (catalog.iceberg().viewExists(LakeCatalog.identifier(from))) {
                catalog.iceberg().renameView(LakeCatalog.identifier(from), LakeCatalog.identifier(to));
            } else {
                catalog.iceberg().renameTable(LakeCatalog.identifier(from), LakeCatalog.identifier(to));
            }
        });
    }

    /// Takes a table out of the catalog and deletes its files. Readers that still read it may fail. A
    /// table whose metadata is lost is taken out, too; what is left of its files then stays.
    ///
    /// @return whether it was there
    public boolean drop(TableName name) {
        Optional<RemovedRelation> removed = remove(name);
        removed.ifPresent(RemovedRelation::deleteFiles);
        return removed.isPresent();
    }

    /// Takes a table or a view out of the catalog, and leaves its files to the caller.
    ///
    /// @return empty where there was none
    public Optional<RemovedRelation> remove(TableName name) {
        return problem(name).ask(() -> {
            Optional<LakeTable> table = findWhole(name);
            boolean dropped = catalog.iceberg().dropTable(LakeCatalog.identifier(name), false);
            return dropped
                    ? Optional.of(new RemovedRelation(() -> table.ifPresent(LakeTable::deleteFiles)))
                    : views.remove(name);
        });
    }

    @Override
    public void close() {
        catalog.close();
        storage.close();
    }

    private static Storage storage(LakeSettings settings, String home) {
        if (LocalPaths.isLocal(settings.warehouse())) {
            return new LocalStorage(LakeFolder.moved(home, LocalPaths.path(settings.warehouse())));
        }
        return settings.s3()
                .filter(s3 -> settings.warehouse().startsWith("s3://"))
                .<Storage>map(S3Storage::open)
                .orElseThrow(() -> new ProblemException(
                        Problem.wrong("no lake can lie at '" + settings.warehouse() + "'", Place.NOWHERE)
                                .because("a lake lies in a folder, or at s3://bucket/folder with settings for S3")));
    }

    /// Empty, too, where the table's metadata cannot be read, and waiting does not help.
    private Optional<LakeTable> findWhole(TableName name) {
        try {
            return find(name);
        } catch (ProblemException e) {
            if (e.kind() != Problem.Kind.ACTION) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Table load(TableName name) {
        return catalog.iceberg().loadTable(LakeCatalog.identifier(name));
    }

    private TableHandle handle(TableName name, Table table) {
        return new TableHandle(name, table, () -> load(name), storage, knownFiles, problem(name));
    }

    private LakeProblem problem(TableName name) {
        return new LakeProblem(new Place.InTable(name.toString()), storage, catalog);
    }

    private Problem missing(TableName name) {
        List<String> names = tables().stream().map(TableName::toString).toList();
        return Problem.failed("there is no table '" + name + "' in the lake", Place.NOWHERE)
                .advise(Suggestion.didYouMean(name.toString(), names));
    }

    /// A new table, which takes the name of a view, if there is one, when it is published.
    private TableReplacement begin(TableName name, Schema schema) {
        makeNamespace(Namespace.of(name.schema()));
        Optional<RemovedRelation> view = views.files(name);
        TableName born = view.isEmpty() ? name : TemporaryName.beside(name);
        Transaction transaction = building(born, name, schema).createTransaction();
        String location = transaction.table().location();
        unfinished.note(name.schema(), location);
        TableHandle handle =
                new TableHandle(name, transaction.table(), () -> load(born), storage, knownFiles, problem(name));
        return new TableReplacement(handle, transaction, true, new TableReplacement.Ending() {
            @Override
            public void published() {
                view.ifPresent(old -> {
                    catalog.replace(born, name);
                    old.deleteFiles();
                });
                unfinished.forget(name.schema(), location);
            }

            @Override
            public void abandoned() {
                handle.deleteAllFiles();
                unfinished.forget(name.schema(), location);
            }
        });
    }

    /// @param name what it is to be called in the end
    private Catalog.TableBuilder building(TableName born, TableName name, Schema schema) {
        org.apache.iceberg.Schema columns = TableSchema.toIceberg(schema);
        return catalog.iceberg()
                .buildTable(LakeCatalog.identifier(born), columns)
                .withLocation(newFolder(name))
                .withProperties(properties(columns, schema.primaryKey()));
    }

    /// The folder for a new table or view.
    private String newFolder(TableName name) {
        return warehouse + "/" + TableFolder.forNew(name);
    }

    private static Relation relation(CatalogEntry entry) {
        return new Relation(entry.name(), entry.isView() ? Relation.Kind.VIEW : Relation.Kind.TABLE, entry.metadata());
    }

    private LakeProblem schemaProblem(String schema) {
        return new LakeProblem(new Place.InTable(schema), storage, catalog);
    }

    private void makeNamespace(Namespace namespace) {
        JdbcCatalog iceberg = catalog.iceberg();
        if (!iceberg.namespaceExists(namespace)) {
            try {
                iceberg.createNamespace(namespace);
            } catch (RuntimeException e) {
                // Another table of the schema may have been made at the same time. The catalog tells of that by
                // the database's own error, which is another one for each database.
                if (!iceberg.namespaceExists(namespace)) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, String> properties(org.apache.iceberg.Schema columns, List<String> key) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(TableSchema.PRIMARY_KEY, TableSchema.keyProperty(columns, key));
        properties.put(TableProperties.FORMAT_VERSION, "3");
        properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
        properties.put(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES, String.valueOf(ParquetLayout.USUAL_FILE_BYTES));
        properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
        properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
        // Each commit adds a manifest, and whoever reads the table reads them all.
        properties.put(TableProperties.MANIFEST_MIN_MERGE_COUNT, "10");
        properties.put(TableProperties.DELETE_MODE, "merge-on-read");
        properties.put(TableProperties.UPDATE_MODE, "merge-on-read");
        properties.put(TableProperties.MERGE_MODE, "merge-on-read");
        return properties;
    }

    /// What the catalog said last, and what that means.
    private record Listed(List<CatalogEntry> entries, List<Relation> relations) {}
}
