package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.ParquetLayout;
import basin.lake.catalog.LakeCatalog;
import basin.lake.scan.KnownFiles;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LocalPaths;
import basin.lake.storage.LocalStorage;
import basin.lake.storage.S3Storage;
import basin.lake.storage.Storage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;

/// All tables of a project: Iceberg tables that Basin writes and anyone may read.
///
/// For any thread. Any number of processes may have the same lake open to read it; one of them writes.
public final class Lake implements AutoCloseable {
    private final Storage storage;
    private final LakeCatalog catalog;
    private final KnownFiles knownFiles = new KnownFiles();
    private final String warehouse;
    private final Path folder;

    private Lake(Storage storage, LakeCatalog catalog, String warehouse, Path folder) {
        this.storage = storage;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.folder = folder;
    }

    /// Opens a lake. One that is not there yet is made.
    ///
    /// @throws ProblemException where its catalog cannot be reached, is damaged or belongs to something else
    public static Lake open(LakeSettings settings) {
        return open(settings, storage(settings));
    }

    /// Opens a lake whose files lie in `storage`, which it closes at its own end.
    static Lake open(LakeSettings settings, Storage storage) {
        PortableSnappy.choose();
        try {
            LakeCatalog catalog = LakeCatalog.open(settings.database(), settings.warehouse(), storage.files());
            return new Lake(storage, catalog, settings.warehouse(), settings.folder());
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /// The folder of this machine below which all data files are that are written or read here.
    public Path folder() {
        return folder;
    }

    /// All tables, in the order of their names.
    public List<TableName> tables() {
        return catalog.tables();
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
        org.apache.iceberg.Schema columns = TableSchema.toIceberg(schema);
        try {
            JdbcCatalog iceberg = catalog.iceberg();
            makeNamespace(iceberg, Namespace.of(name.schema()));
            Table table = iceberg.buildTable(LakeCatalog.identifier(name), columns)
                    .withLocation(warehouse + "/" + TableFolder.of(name))
                    .withProperties(properties(columns, schema.primaryKey()))
                    .create();
            return new LakeTable(handle(name, table));
        } catch (AlreadyExistsException e) {
            throw new ProblemException(
                    Problem.failed("the table is there already", new Place.InTable(name.toString())), e);
        } catch (RuntimeException e) {
            throw problem(name).of(e);
        }
    }

    /// Takes a table out of the catalog and deletes its files. Readers that still read it may fail. A table whose
    /// metadata is lost is taken out, too; what is left of its files then stays.
    ///
    /// @return whether it was there
    public boolean drop(TableName name) {
        Optional<LakeTable> table = findWhole(name);
        try {
            boolean dropped = catalog.iceberg().dropTable(LakeCatalog.identifier(name), false);
            table.ifPresent(LakeTable::deleteFiles);
            return dropped;
        } catch (RuntimeException e) {
            throw problem(name).of(e);
        }
    }

    @Override
    public void close() {
        catalog.close();
        storage.close();
    }

    private static Storage storage(LakeSettings settings) {
        if (LocalPaths.isLocal(settings.warehouse())) {
            return new LocalStorage();
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

    private static void makeNamespace(JdbcCatalog iceberg, Namespace namespace) {
        if (!iceberg.namespaceExists(namespace)) {
            try {
                iceberg.createNamespace(namespace);
            } catch (AlreadyExistsException e) {
                // Another table of the schema was made at the same time.
                return;
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
        properties.put(TableProperties.DELETE_MODE, "merge-on-read");
        properties.put(TableProperties.UPDATE_MODE, "merge-on-read");
        properties.put(TableProperties.MERGE_MODE, "merge-on-read");
        return properties;
    }
}
