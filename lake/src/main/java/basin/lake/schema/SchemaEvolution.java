package basin.lake.schema;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.UpdateSchema;
import org.jspecify.annotations.Nullable;

/// How the schema of a table must change for rows of another schema to fit.
///
/// A column stays what it is or becomes wider. One that the wanted schema no longer has stays too, and holds
/// nulls from then on. A column of the table that is wider than wanted is left as it is.
///
/// @param changes in the order in which they are made; empty where the rows fit already
public record SchemaEvolution(List<SchemaChange> changes) {

    public SchemaEvolution {
        changes = List.copyOf(changes);
    }

    /// Compares the two schemas.
    ///
    /// @param renames names that columns have in the table, each with the name it is to have; those that do not
    ///                apply (any more) are ignored
    /// @param table   where problems are
    /// @throws basin.core.problem.ProblemException with every column whose type clashes
    public static SchemaEvolution between(
            Schema present, Schema wanted, Map<String, String> renames, Place.InTable table) {
        Comparison comparison = new Comparison(table, renames);
        comparison.fields("", present.fields(), wanted.fields());
        comparison.problems.throwIfAny();
        return new SchemaEvolution(comparison.changes);
    }

    /// Each column whose type clashes; empty where the schema can change so that the rows fit.
    ///
    /// @param renames as for [#between]
    public static List<Problem> clashes(
            Schema present, Schema wanted, Map<String, String> renames, Place.InTable table) {
        Comparison comparison = new Comparison(table, renames);
        comparison.fields("", present.fields(), wanted.fields());
        return comparison.problems.inReadingOrder();
    }

    /// Makes the changes.
    public void applyTo(UpdateSchema update) {
        changes.forEach(change -> applyTo(update, change));
    }

    private static void applyTo(UpdateSchema update, SchemaChange change) {
        switch (change) {
            case SchemaChange.Added added -> {
                Field field = added.field();
                update.addColumn(
                        added.parent().isEmpty() ? null : added.parent(),
                        field.name(),
                        IcebergTypes.toIceberg(field.type(), new AtomicInteger()::incrementAndGet),
                        doc(field.doc()));
            }
            case SchemaChange.Widened widened ->
                update.updateColumn(
                        widened.path(),
                        IcebergTypes.toIceberg(widened.to(), () -> 0).asPrimitiveType());
            case SchemaChange.MadeOptional optional -> update.makeColumnOptional(optional.path());
            case SchemaChange.Renamed renamed -> update.renameColumn(renamed.path(), renamed.to());
            case SchemaChange.Described described -> update.updateColumnDoc(described.path(), doc(described.doc()));
        }
    }

    private static @Nullable String doc(String text) {
        return text.isEmpty() ? null : text;
    }

    /// Walks both schemas side by side.
    private static final class Comparison {
        private final Place.InTable table;
        private final Map<String, String> renames;
        private final List<SchemaChange> changes = new ArrayList<>();
        private final Problems problems = new Problems();

        Comparison(Place.InTable table, Map<String, String> renames) {
            this.table = table;
            this.renames = renames;
        }

        void fields(String parent, List<Field> present, List<Field> wanted) {
            Map<String, Field> byNewName = new HashMap<>();
            Set<String> presentNames = new HashSet<>();
            present.forEach(field -> presentNames.add(field.name()));
            for (Field field : present) {
                String newName = parent.isEmpty() ? renames.getOrDefault(field.name(), field.name()) : field.name();
                boolean renamed = !newName.equals(field.name()) && !presentNames.contains(newName);
                if (renamed) {
                    changes.add(new SchemaChange.Renamed(field.name(), newName));
                }
                byNewName.put(renamed ? newName : field.name(), field);
            }
            for (Field field : wanted) {
                Field old = byNewName.remove(field.name());
                if (old == null) {
                    changes.add(new SchemaChange.Added(parent, field));
                } else {
                    field(path(parent, old.name()), old, field);
                }
            }
            for (Field gone : present) {
                if (gone.required() && byNewName.containsValue(gone)) {
                    changes.add(new SchemaChange.MadeOptional(path(parent, gone.name())));
                }
            }
        }

        private void field(String path, Field present, Field wanted) {
            types(path, present.type(), wanted.type());
            if (present.required() && !wanted.required()) {
                changes.add(new SchemaChange.MadeOptional(path));
            }
            if (!present.doc().equals(wanted.doc())) {
                changes.add(new SchemaChange.Described(path, wanted.doc()));
            }
        }

        private void types(String path, Type present, Type wanted) {
            if (present.equals(wanted) || widens(wanted, present)) {
                return;
            }
            if (widens(present, wanted)) {
                changes.add(new SchemaChange.Widened(path, present, wanted));
            } else if (present instanceof Type.Listing from && wanted instanceof Type.Listing to) {
                types(path(path, "element"), from.element(), to.element());
            } else if (present instanceof Type.Struct from && wanted instanceof Type.Struct to) {
                fields(path, from.fields(), to.fields());
            } else if (present instanceof Type.Mapping from
                    && wanted instanceof Type.Mapping to
                    && from.key().equals(to.key())) {
                types(path(path, "value"), from.value(), to.value());
            } else {
                clash(path, present, wanted);
            }
        }

        private void clash(String path, Type present, Type wanted) {
            problems.add(Problem.failed(
                            "column '" + path + "' is " + present + " in the lake and " + wanted
                                    + " where rows come from",
                            new Place.InTable(table.table(), null, path))
                    .because("values of the one do not all fit into the other")
                    .advise("cast the column where it comes from, or replace the columns together with all rows"));
        }

        private static String path(String parent, String name) {
            return parent.isEmpty() ? name : parent + "." + name;
        }

        /// Whether every value of `narrow` is one of `wide`, in a way that Iceberg's readers know.
        private static boolean widens(Type narrow, Type wide) {
            if (narrow instanceof Type.Decimal from && wide instanceof Type.Decimal to) {
                return from.scale() == to.scale() && from.precision() < to.precision();
            }
            return (narrow == Type.Primitive.INT && wide == Type.Primitive.LONG)
                    || (narrow == Type.Primitive.FLOAT && wide == Type.Primitive.DOUBLE);
        }
    }
}
