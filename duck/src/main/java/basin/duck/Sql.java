package basin.duck;

/// How values are written in SQL.
final class Sql {

    private Sql() {}

    /// A string literal.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
