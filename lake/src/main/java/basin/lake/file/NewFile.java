package basin.lake.file;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.schema.MessageType;

/// A Parquet file that fits a table, with what Iceberg wants to know of it.
///
/// @param path    where it was written
/// @param metrics of its columns, by field id
/// @param splits  where its row groups begin
public record NewFile(Path path, long bytes, Metrics metrics, List<Long> splits) {

    /// What rows say of themselves that were written again, whatever the table's columns are.
    private static final List<NestedField> LINEAGE =
            List.of(MetadataColumns.ROW_ID, MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER);

    /// Reads the footers of files.
    ///
    /// @param columns what the files must fit
    /// @return in the order of `paths`
    /// @throws ProblemException with every file that is not whole, not Parquet, or not of this table
    public static List<NewFile> read(List<Path> paths, Table table, Schema columns, Place.InTable place) {
        Problems problems = new Problems();
        List<NewFile> files = paths.stream()
                .flatMap(path -> read(path, table, columns, place, problems).stream())
                .toList();
        problems.throwIfAny();
        return files;
    }

    /// The file as the table knows it.
    ///
    /// @param location where it stays
    public DataFile at(String location, Table table) {
        return DataFiles.builder(table.spec())
                .withPath(location)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(bytes)
                .withMetrics(metrics)
                .withSplitOffsets(splits)
                .withSortOrder(table.sortOrder())
                .build();
    }

    private static List<NewFile> read(Path path, Table table, Schema columns, Place.InTable place, Problems problems) {
        try {
            ParquetFooter footer = ParquetFooter.read(path);
            Metrics metrics =
                    ParquetUtil.footerMetrics(footer.metadata(), Stream.empty(), MetricsConfig.forTable(table));
            int before = problems.size();
            check(path, footer.metadata().getFileMetaData().getSchema(), metrics, columns, place, problems);
            List<Long> splits = ParquetUtil.getSplitOffsets(footer.metadata());
            return problems.size() > before ? List.of() : List.of(new NewFile(path, footer.bytes(), metrics, splits));
        } catch (ParquetFooter.NotParquet e) {
            problems.add(Problem.failed("'" + path + "' is not a whole Parquet file", place)
                    .because(e.getMessage()));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void check(
            Path path, MessageType parquet, Metrics metrics, Schema schema, Place.InTable place, Problems problems) {
        Schema inFile = ParquetSchemaUtil.convertAndPrune(parquet);
        if (inFile.columns().size() < parquet.getFieldCount()) {
            problems.add(Problem.failed("'" + path + "' has columns without field ids", place)
                    .because("columns of the lake are found by their ids, not by their names"));
            return;
        }
        Map<Integer, NestedField> byId = new HashMap<>(TypeUtil.indexById(schema.asStruct()));
        LINEAGE.forEach(column -> byId.put(column.fieldId(), column));
        TypeUtil.indexById(inFile.asStruct()).forEach((id, field) -> {
            NestedField column = byId.get(id);
            if (column == null || !fits(field.type(), column.type())) {
                problems.add(
                        Problem.failed("'" + path + "' does not fit the table", in(place, inFile.findColumnName(id)))
                                .because("its column with the id " + id + " is " + field.type() + ", the table "
                                        + (column == null ? "has no such column" : "says " + column.type())));
            }
        });
        for (NestedField column : schema.columns()) {
            if (column.isRequired() && nulls(column, inFile, metrics) > 0) {
                problems.add(Problem.failed("'" + path + "' has nulls in a required column", in(place, column.name()))
                        .because(nulls(column, inFile, metrics) + " of its " + metrics.recordCount()
                                + " rows are null there"));
            }
        }
    }

    /// How many rows have no value, as far as the footer tells; all of them where the file lacks the column.
    private static long nulls(NestedField column, Schema inFile, Metrics metrics) {
        if (column.type().isNestedType()) {
            return 0;
        }
        if (inFile.findField(column.fieldId()) == null) {
            return column.initialDefault() == null ? metrics.recordCount() : 0;
        }
        return metrics.nullValueCounts().getOrDefault(column.fieldId(), 0L);
    }

    /// Iceberg reads the 16 bytes of a uuid in a Parquet file without saying that they are one.
    private static boolean fits(Type inFile, Type inTable) {
        if (inTable.typeId() == Type.TypeID.UUID) {
            return inFile.typeId() == Type.TypeID.UUID || inFile.equals(Types.FixedType.ofLength(16));
        }
        return inTable.isPrimitiveType()
                ? TypeUtil.isPromotionAllowed(inFile, inTable.asPrimitiveType())
                : inFile.typeId() == inTable.typeId();
    }

    private static Place.InTable in(Place.InTable place, String column) {
        return new Place.InTable(place.table(), null, column);
    }
}
