package basin.app.demo.company.table;

import java.util.List;

/// A JSON object being written, its members in the order in which they are put.
public final class Json {
    private final StringBuilder text = new StringBuilder("{");

    public Json put(String name, String value) {
        member(name);
        quoted(value);
        return this;
    }

    public Json put(String name, long value) {
        member(name).append(value);
        return this;
    }

    public Json put(String name, double value) {
        member(name).append(value);
        return this;
    }

    public Json put(String name, boolean value) {
        member(name).append(value);
        return this;
    }

    public Json put(String name, Json value) {
        member(name).append(value);
        return this;
    }

    public Json put(String name, List<String> values) {
        member(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            quoted(values.get(i));
        }
        text.append(']');
        return this;
    }

    private StringBuilder member(String name) {
        text.append(text.length() > 1 ? ", " : "");
        quoted(name);
        return text.append(": ");
    }

    private void quoted(String value) {
        text.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
