package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.WorkspaceSession;
import basin.model.config.Config;
import basin.model.resource.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Brings a table up to date with what an incremental model's query returns, in one commit.
///
/// What happens to columns that the query has and the table has not is said by `on_schema_change`: they are left out
/// (`ignore`), a problem (`fail`), or added; `sync_all_columns` also drops those that only the table has.
final class Incremental {
    /// The strategies that are done by the lake itself.
    static final Set<String> STRATEGIES = Set.of("default", "append", "merge", "delete+insert", "insert_overwrite");

    private final WorkspaceSession session;
    private final Node node;
    private final TableName table;

    Incremental(WorkspaceSession session, Node node, TableName table) {
        this.session = session;
        this.node = node;
        this.table = table;
    }

    /// Adds what the query returns.
    ///
    /// @param notes written in the same commit
    /// @return how many rows were added
    long extend(String query, Map<String, String> notes) {
        String rows = fitting(query);
        Config config = node.config();
        List<String> key = config.texts("unique_key");
        List<String> predicates = new ArrayList<>(config.texts("incremental_predicates"));
        predicates.addAll(config.texts("predicates"));
        String predicate = predicates.isEmpty() ? "" : "(" + String.join(") and (", predicates) + ")";
        String strategy = config.text("incremental_strategy", "default");
        return switch (strategy) {
            case "append" -> session.append(table, rows, notes);
            case "insert_overwrite" -> overwrite(rows, notes);
            case "merge" -> key.isEmpty() ? session.append(table, rows, notes) : merge(rows, key, predicate, notes);
            default ->
                key.isEmpty()
                        ? session.append(table, rows, notes)
                        : session.deleteInsert(table, rows, key, predicate, notes);
        };
    }

    private long overwrite(String rows, Map<String, String> notes) {
        List<String> by = node.config().texts("partition_by");
        if (by.isEmpty()) {
            by = node.config().texts("partitioned_by");
        }
        if (by.isEmpty()) {
            throw new ProblemException(Problem.wrong(
                            "the model '" + node.name() + "' does not say by which columns it is overwritten",
                            node.identity().place())
                    .advise("add partition_by to its config, or choose another incremental_strategy"));
        }
        return session.overwritePartitions(table, rows, by, notes);
    }

    /// Rows with the same key are replaced; where only some columns are to change, the others are taken from the table.
    private long merge(String rows, List<String> key, String predicate, Map<String, String> notes) {
        if (!predicate.isEmpty()) {
            return session.deleteInsert(table, rows, key, predicate, notes);
        }
        Set<String> kept = keptColumns(key);
        return session.merge(table, kept.isEmpty() ? rows : keeping(rows, key, kept), key, notes);
    }

    /// The columns of the table, in lower case, that a row keeps when it is replaced.
    private Set<String> keptColumns(List<String> key) {
        Set<String> updated = folded(node.config().texts("merge_update_columns"));
        Set<String> excluded = folded(node.config().texts("merge_exclude_columns"));
        if (!updated.isEmpty() && !excluded.isEmpty()) {
            throw new ProblemException(Problem.wrong(
                            "the model '" + node.name() + "' has merge_update_columns and merge_exclude_columns",
                            node.identity().place())
                    .advise("keep one of them"));
        }
        if (updated.isEmpty()) {
            return excluded;
        }
        Set<String> kept = new HashSet<>();
        session.columnsOf(table.quoted()).forEach(column -> kept.add(folded(column.name())));
        kept.removeAll(updated);
        kept.removeAll(folded(key));
        return kept;
    }

    private String keeping(String rows, List<String> key, Set<String> kept) {
        List<String> columns = new ArrayList<>();
        for (ColumnType column : session.columns(rows)) {
            String name = TableName.quote(column.name());
            columns.add(
                    kept.contains(folded(column.name()))
                            ? "case when basin_old.basin_is_there then basin_old." + name + " else basin_new." + name
                                    + " end as " + name
                            : "basin_new." + name);
        }
        List<String> same = new ArrayList<>();
        key.forEach(name -> same.add(
                "basin_old." + TableName.quote(name) + " is not distinct from basin_new." + TableName.quote(name)));
        return "select " + String.join(", ", columns) + "\nfrom (" + rows
                + "\n) as basin_new\nleft join (select *, true as" + " basin_is_there from " + table.quoted()
                + ") as basin_old on " + String.join(" and ", same);
    }

    /// The query without the columns that do not go into the table, after the table got those that do.
    private String fitting(String query) {
        Map<String, ColumnType> there = byName(session.columnsOf(table.quoted()));
        List<ColumnType> wanted = session.columns(query);
        List<ColumnType> added = wanted.stream()
                .filter(column -> !there.containsKey(folded(column.name())))
                .toList();
        Set<String> names = byName(wanted).keySet();
        List<ColumnType> removed = there.values().stream()
                .filter(column -> !names.contains(folded(column.name())))
                .toList();
        String change = node.config().text("on_schema_change", "ignore");
        switch (change) {
            case "fail" -> refuse(added, removed);
            case "append_new_columns" -> add(added);
            case "sync_all_columns" -> {
                add(added);
                removed.forEach(column -> session.execute(
                        "alter table " + table.quoted() + " drop column " + TableName.quote(column.name())));
            }
            default -> {
                if (!added.isEmpty()) {
                    return "select "
                            + listed(wanted.stream()
                                    .filter(column -> !added.contains(column))
                                    .toList()) + "\nfrom (" + query + "\n)";
                }
            }
        }
        return query;
    }

    private void add(List<ColumnType> columns) {
        columns.forEach(column -> session.execute("alter table " + table.quoted() + " add column "
                + TableName.quote(column.name()) + " " + column.type()));
    }

    private void refuse(List<ColumnType> added, List<ColumnType> removed) {
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        List<String> changes = new ArrayList<>();
        added.forEach(column -> changes.add("new: " + column.name()));
        removed.forEach(column -> changes.add("gone: " + column.name()));
        throw new ProblemException(Problem.failed(
                        "the columns of the model '" + node.name() + "' have changed",
                        node.identity().place())
                .because(String.join(", ", changes) + "; and its on_schema_change is fail")
                .advise("run it with --full-refresh, or set on_schema_change to append_new_columns"));
    }

    private static Map<String, ColumnType> byName(List<ColumnType> columns) {
        Map<String, ColumnType> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(folded(column.name()), column));
        return byName;
    }

    private static String listed(List<ColumnType> columns) {
        return String.join(
                ", ",
                columns.stream().map(column -> TableName.quote(column.name())).toList());
    }

    private static Set<String> folded(List<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(folded(name)));
        return folded;
    }

    /// A name as it is compared: names are found whatever their case.
    private static String folded(String name) {
        String bare = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
        return bare.toLowerCase(Locale.ROOT);
    }
}
