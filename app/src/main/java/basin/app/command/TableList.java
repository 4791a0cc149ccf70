package basin.app.command;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Tables, listed.
///
/// @param withColumns whether to list columns too
/// @param withRemark  whether to say what to do where there is no table
record TableList(List<TableRow> tables, boolean withColumns, boolean withRemark) implements Answer {
    @Override
    public void show(Screen out) {
        if (tables.isEmpty()) {
            if (withRemark) {
                out.line("There are no tables yet; 'basin sync SOURCE' brings some.");
            }
            return;
        }
        Grid grid = new Grid(
                out,
                List.of(
                        Grid.Column.words("table"),
                        Grid.Column.numbers("rows"),
                        Grid.Column.numbers("size"),
                        Grid.Column.words("last commit")));
        tables.forEach(table -> grid.row(
                Visible.text(table.name().toString()),
                rows(table),
                table.isView() || table.awaited() ? "" : Figures.bytes(table.bytes()),
                table.lastCommit().replace('T', ' ')));
        grid.end();
        if (withColumns) {
            tables.forEach(table -> showColumns(table, out));
        }
    }

    private static String rows(TableRow table) {
        if (table.isView()) {
            return "view";
        }
        return table.awaited() ? "not loaded yet" : Figures.count(table.rows());
    }

    private static void showColumns(TableRow table, Screen out) {
        out.line();
        out.line(out.paint(Ink.BOLD, Visible.text(table.name().toString())));
        Grid grid = new Grid(
                out,
                List.of(
                        Grid.Column.words("column"),
                        Grid.Column.words("type"),
                        Grid.Column.words("constraints"),
                        Grid.Column.words("description")));
        for (Field field : table.schema().fields()) {
            grid.row(
                    Visible.text(field.name()),
                    field.type().toString(),
                    String.join(", ", marks(field, table.schema())),
                    Visible.text(field.doc()));
        }
        grid.end();
    }

    private static List<String> marks(Field field, Schema schema) {
        List<String> marks = new ArrayList<>();
        if (schema.primaryKey().contains(field.name())) {
            marks.add("key");
        }
        if (field.required()) {
            marks.add("not null");
        }
        return marks;
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tables");
        for (TableRow table : tables) {
            json.writeStartObject();
            json.writeStringField("schema", table.name().schema());
            json.writeStringField("name", table.name().name());
            json.writeStringField("kind", table.isView() ? "view" : "table");
            json.writeNumberField("rows", table.rows());
            json.writeNumberField("bytes", table.bytes());
            json.writeBooleanField("loaded", !table.awaited());
            json.writeStringField("last_commit", table.lastCommit());
            if (withColumns) {
                writeColumns(table.schema(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeColumns(Schema schema, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("columns");
        for (Field field : schema.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("type", field.type().toString());
            json.writeBooleanField("required", field.required());
            json.writeBooleanField("key", schema.primaryKey().contains(field.name()));
            json.writeStringField("description", field.doc());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
