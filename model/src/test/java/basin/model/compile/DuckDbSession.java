package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.adapter.Adapter;
import basin.model.adapter.Column;
import basin.model.adapter.Relation;
import basin.model.adapter.RelationKind;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A DuckDB in memory, of the database `dev`, as macros reach it.
final class DuckDbSession implements Adapter, AutoCloseable {
    private static final Pattern LINE = Pattern.compile("LINE (\\d+):");

    private final Connection connection;

    DuckDbSession() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("attach ':memory:' as dev; use dev", false);
    }

    @Override
    public String type() {
        return "duckdb";
    }

    @Override
    public Result execute(String sql, boolean fetch) {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            if (!rows || !fetch) {
                return new Result("OK", statement.getUpdateCount(), Table.EMPTY);
            }
            try (ResultSet found = statement.getResultSet()) {
                Table table = table(found);
                return new Result("SELECT " + table.length(), table.length(), table);
            }
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            Matcher line = LINE.matcher(message);
            int number = line.find() ? Integer.parseInt(line.group(1)) : 1;
            throw new ProblemException(Problem.failed(message, new Place.InStatement(sql, number, 1, 0)), e);
        }
    }

    /// The rows of a query.
    List<List<@Nullable Object>> rows(String sql) {
        return execute(sql, true).table().rows();
    }

    /// The only value of a query.
    @Nullable
    Object value(String sql) {
        return rows(sql).getFirst().getFirst();
    }

    private static Table table(ResultSet found) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            names.add(found.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= names.size(); i++) {
                row.add(plain(found.getObject(i)));
            }
            rows.add(row);
        }
        return new Table(names, rows);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigDecimal number -> number;
            case Date date -> date.toLocalDate();
            case Timestamp time -> time.toLocalDateTime();
            case null -> null;
            default -> value;
        };
    }

    @Override
    public List<Relation> relations(String database, String schema) {
        return rows("select table_name, table_type from information_schema.tables where table_schema = '" + schema
                        + "'")
                .stream()
                .map(row -> Relation.of(
                        database,
                        schema,
                        String.valueOf(row.getFirst()),
                        "VIEW".equals(row.getLast()) ? RelationKind.VIEW : RelationKind.TABLE))
                .toList();
    }

    @Override
    public List<String> schemas(String database) {
        return rows("select distinct schema_name from information_schema.schemata").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    @Override
    public List<Column> columns(Relation relation) {
        try {
            return columnsOf("select * from " + relation.render());
        } catch (ProblemException missing) {
            return List.of();
        }
    }

    @Override
    public List<Column> columnsOf(String select) {
        return rows("describe " + select).stream()
                .map(row -> new Column(String.valueOf(row.get(0)), String.valueOf(row.get(1))))
                .toList();
    }

    @Override
    public void createSchema(String database, String schema) {
        execute("create schema if not exists " + database + "." + schema, false);
    }

    @Override
    public void dropSchema(String database, String schema) {
        execute("drop schema if exists " + database + "." + schema + " cascade", false);
    }

    @Override
    public void drop(Relation relation) {
        boolean view = relation.kind() == RelationKind.VIEW;
        execute("drop " + (view ? "view" : "table") + " if exists " + relation.render(), false);
    }

    @Override
    public void rename(Relation from, Relation to) {
        execute("alter table " + from.render() + " rename to \"" + to.identifier() + "\"", false);
    }

    @Override
    public void truncate(Relation relation) {
        execute("truncate table " + relation.render(), false);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
