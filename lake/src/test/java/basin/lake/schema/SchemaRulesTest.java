package basin.lake.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {
    private static final Place.InTable TABLE = new Place.InTable("shop.orders");

    @Property(tries = 300)
    void everyTypeComesBackAsItWas(@ForAll("schemas") Schema schema) {
        assertThat(TableSchema.toBasin(TableSchema.toIceberg(schema), Map.of(), TABLE)
                        .fields())
                .isEqualTo(schema.fields());
    }

    @Property(tries = 100)
    void aSchemaFitsItself(@ForAll("schemas") Schema schema) {
        assertThat(between(schema, schema).changes()).isEmpty();
    }

    @Test
    void aKeyKeepsItsOrderAndItsFloats() {
        Schema schema = Schema.of(
                        Field.required("a", Type.Primitive.DOUBLE),
                        Field.optional("b", Type.Primitive.STRING),
                        Field.required("c", Type.Primitive.LONG))
                .withPrimaryKey("c", "a");
        org.apache.iceberg.Schema iceberg = TableSchema.toIceberg(schema);
        Map<String, String> properties =
                Map.of(TableSchema.PRIMARY_KEY, TableSchema.keyProperty(iceberg, schema.primaryKey()));

        assertThat(TableSchema.toBasin(iceberg, properties, TABLE)).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("widenings")
    void aTypeThatHoldsMoreTakesTheOthersPlace(Type narrow, Type wide) {
        assertThat(between(column(narrow), column(wide)).changes())
                .containsExactly(new SchemaChange.Widened("c", narrow, wide));
    }

    @ParameterizedTest
    @MethodSource("widenings")
    void aColumnThatIsWiderAlreadyStays(Type narrow, Type wide) {
        assertThat(between(column(wide), column(narrow)).changes()).isEmpty();
    }

    static Stream<Arguments> widenings() {
        return Stream.of(
                Arguments.of(Type.Primitive.INT, Type.Primitive.LONG),
                Arguments.of(Type.Primitive.FLOAT, Type.Primitive.DOUBLE),
                Arguments.of(new Type.Decimal(9, 2), new Type.Decimal(38, 2)));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void typesThatDoNotFitClash(Type present, Type wanted, String where) {
        assertThatThrownBy(() -> between(column(present), column(wanted)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("column '" + where + "'")
                .hasMessageContaining(" in the lake and ");
    }

    static Stream<Arguments> clashes() {
        return Stream.of(
                Arguments.of(Type.Primitive.INT, Type.Primitive.STRING, "c"),
                Arguments.of(Type.Primitive.LONG, Type.Primitive.DOUBLE, "c"),
                Arguments.of(new Type.Decimal(9, 2), new Type.Decimal(12, 3), "c"),
                Arguments.of(Type.Primitive.DATE, Type.Primitive.TIMESTAMP, "c"),
                Arguments.of(Type.Primitive.INT, new Type.Listing(Type.Primitive.INT), "c"),
                Arguments.of(
                        new Type.Listing(Type.Primitive.INT), new Type.Listing(Type.Primitive.STRING), "c.element"),
                Arguments.of(
                        new Type.Mapping(Type.Primitive.INT, Type.Primitive.INT),
                        new Type.Mapping(Type.Primitive.LONG, Type.Primitive.INT),
                        "c"));
    }

    @Test
    void allClashesAreToldAtOnce() {
        Schema present =
                Schema.of(Field.optional("a", Type.Primitive.INT), Field.optional("b", Type.Primitive.BOOLEAN));
        Schema wanted = Schema.of(Field.optional("a", Type.Primitive.STRING), Field.optional("b", Type.Primitive.DATE));

        assertThatThrownBy(() -> between(present, wanted))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(2));
    }

    @Test
    void aRequiredColumnThatIsGoneMayBeNull() {
        Schema present = Schema.of(Field.required("a", Type.Primitive.INT), Field.required("b", Type.Primitive.INT));
        Schema wanted = Schema.of(Field.optional("b", Type.Primitive.INT));

        assertThat(between(present, wanted).changes())
                .containsExactlyInAnyOrder(new SchemaChange.MadeOptional("a"), new SchemaChange.MadeOptional("b"));
    }

    @Test
    void aRenameThatHappenedAlreadyIsNoChange() {
        Schema schema = Schema.of(Field.optional("new", Type.Primitive.INT));

        assertThat(SchemaEvolution.between(schema, schema, Map.of("old", "new"), TABLE)
                        .changes())
                .isEmpty();
    }

    @Provide
    static Arbitrary<Schema> schemas() {
        return types(3).list().ofMinSize(1).ofMaxSize(5).map(types -> new Schema(fields(types), List.of()));
    }

    private static Arbitrary<Type> types(int depth) {
        Arbitrary<Type> simple = Arbitraries.oneOf(
                Arbitraries.of(Type.Primitive.class),
                Arbitraries.integers()
                        .between(1, 38)
                        .flatMap(precision -> Arbitraries.integers()
                                .between(0, precision)
                                .map(scale -> new Type.Decimal(precision, scale))));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Type> inside = types(depth - 1);
        Arbitrary<Type> nested = Arbitraries.oneOf(
                inside.map(Type.Listing::new),
                inside.map(value -> new Type.Mapping(Type.Primitive.STRING, value)),
                inside.list().ofMinSize(1).ofMaxSize(3).map(fields -> new Type.Struct(fields(fields))));
        return Arbitraries.oneOf(simple, nested);
    }

    private static List<Field> fields(List<Type> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> new Field("c" + i, types.get(i), i % 2 == 0, i % 3 == 0 ? "what it is" : ""))
                .toList();
    }

    private static Schema column(Type type) {
        return Schema.of(Field.optional("c", type));
    }

    private static SchemaEvolution between(Schema present, Schema wanted) {
        return SchemaEvolution.between(present, wanted, Map.of(), TABLE);
    }
}
