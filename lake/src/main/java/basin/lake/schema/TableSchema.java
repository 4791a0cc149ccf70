package basin.lake.schema;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.duck.FieldIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/// The schema of a table between Basin and Iceberg.
///
/// The primary key stands in the property [#PRIMARY_KEY] as field ids, in key order: Iceberg's own identifier
/// fields have no order, and cannot be floats or columns that may be null. They are set too where Iceberg allows
/// it, for other engines.
public final class TableSchema {
    /// Field ids, separated by commas.
    public static final String PRIMARY_KEY = "basin.primary-key";

    private TableSchema() {}

    /// What a table is created with. Iceberg deals out field ids of its own when it does, top level first; these
    /// are dealt in the same way, so they stay.
    public static org.apache.iceberg.Schema toIceberg(Schema schema) {
        AtomicInteger counter = new AtomicInteger();
        org.apache.iceberg.Schema draft =
                new org.apache.iceberg.Schema(IcebergTypes.toIceberg(schema.fields(), counter::incrementAndGet));
        org.apache.iceberg.Schema columns = TypeUtil.assignFreshIds(draft, new AtomicInteger()::incrementAndGet);
        Set<Integer> identifiers = identifiers(columns, schema.primaryKey()).stream()
                .map(name -> columns.findField(name).fieldId())
                .collect(Collectors.toSet());
        return new org.apache.iceberg.Schema(columns.columns(), identifiers);
    }

    /// The table's columns and key.
    ///
    /// @throws ProblemException where another engine gave a column a type that Basin does not know
    public static Schema toBasin(
            org.apache.iceberg.Schema schema, Map<String, String> properties, Place.InTable place) {
        List<Field> fields = new ArrayList<>();
        for (NestedField field : schema.columns()) {
            fields.add(IcebergTypes.toBasin(field).orElseThrow(() -> new ProblemException(unknownType(field, place))));
        }
        return new Schema(fields, primaryKey(schema, properties));
    }

    /// The ids under which files hold the table's columns.
    public static FieldIds fieldIds(org.apache.iceberg.Schema schema) {
        return fieldIds(schema.columns());
    }

    /// As above, for those of the columns, and of the fields inside them, that rows have.
    public static FieldIds fieldIds(org.apache.iceberg.Schema schema, Schema rows) {
        return fieldIds(schema.columns(), rows.fields());
    }

    /// The value of [#PRIMARY_KEY] for a key.
    public static String keyProperty(org.apache.iceberg.Schema schema, List<String> key) {
        return key.stream()
                .map(name -> column(schema, name)
                        .orElseThrow(() -> new IllegalArgumentException("no column is called '" + name + "'")))
                .map(field -> String.valueOf(field.fieldId()))
                .collect(Collectors.joining(","));
    }

    /// Gives a table its key.
    ///
    /// @param key names of columns that it has in the transaction
    public static void setKey(Transaction transaction, List<String> key) {
        org.apache.iceberg.Schema columns = transaction.table().schema();
        transaction
                .updateSchema()
                .setIdentifierFields(identifiers(columns, key))
                .commit();
        transaction
                .updateProperties()
                .set(PRIMARY_KEY, keyProperty(columns, key))
                .commit();
    }

    /// The columns of a key as Iceberg's identifier fields; none where Iceberg does not allow one of them.
    static List<String> identifiers(org.apache.iceberg.Schema schema, List<String> key) {
        boolean allowed = key.stream()
                .allMatch(name ->
                        column(schema, name).filter(TableSchema::identifies).isPresent());
        return allowed ? key : List.of();
    }

    /// The column of the table that is called exactly so.
    public static Optional<NestedField> column(org.apache.iceberg.Schema schema, String name) {
        return schema.columns().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /// The columns of the key, in its order.
    static List<String> primaryKey(org.apache.iceberg.Schema schema, Map<String, String> properties) {
        String ids = properties.get(PRIMARY_KEY);
        if (ids == null) {
            Set<Integer> identifiers = schema.identifierFieldIds();
            return schema.columns().stream()
                    .filter(field -> identifiers.contains(field.fieldId()))
                    .map(NestedField::name)
                    .toList();
        }
        Map<Integer, String> names =
                schema.columns().stream().collect(Collectors.toMap(NestedField::fieldId, NestedField::name));
        return Arrays.stream(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> names.get(Integer.valueOf(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean identifies(NestedField field) {
        Type.TypeID type = field.type().typeId();
        return field.isRequired()
                && field.type().isPrimitiveType()
                && type != Type.TypeID.FLOAT
                && type != Type.TypeID.DOUBLE;
    }

    private static FieldIds fieldIds(List<NestedField> fields) {
        return new FieldIds(fields.stream()
                .map(field -> new FieldIds.Field(field.name(), field.fieldId(), inside(field.type())))
                .toList());
    }

    private static FieldIds fieldIds(List<NestedField> fields, List<Field> rows) {
        Map<String, NestedField> byName = fields.stream().collect(Collectors.toMap(NestedField::name, field -> field));
        List<FieldIds.Field> ids = new ArrayList<>();
        for (Field field : rows) {
            NestedField column = byName.get(field.name());
            if (column != null) {
                ids.add(new FieldIds.Field(field.name(), column.fieldId(), inside(column.type(), field.type())));
            }
        }
        return new FieldIds(ids);
    }

    private static FieldIds inside(Type type, basin.core.rows.Type rows) {
        return switch (rows) {
            case basin.core.rows.Type.Listing list ->
                fieldIds(fields(type), List.of(Field.optional("element", list.element())));
            case basin.core.rows.Type.Mapping map ->
                fieldIds(fields(type), List.of(Field.required("key", map.key()), Field.optional("value", map.value())));
            case basin.core.rows.Type.Struct struct -> fieldIds(fields(type), struct.fields());
            case basin.core.rows.Type.Decimal _, basin.core.rows.Type.Primitive _ -> FieldIds.NONE;
        };
    }

    private static List<NestedField> fields(Type type) {
        return type.isNestedType() ? type.asNestedType().fields() : List.of();
    }

    private static FieldIds inside(Type type) {
        return type.isNestedType() ? fieldIds(type.asNestedType().fields()) : FieldIds.NONE;
    }

    private static Problem unknownType(NestedField field, Place.InTable place) {
        return Problem.failed(
                        "column '" + field.name() + "' has the type " + field.type() + ", which Basin does not read",
                        new Place.InTable(place.table(), null, field.name()))
                .advise("read the table with an engine that knows the type, or drop the column");
    }
}
