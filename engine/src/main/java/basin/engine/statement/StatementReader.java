package basin.engine.statement;

import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the outline of one statement.
final class StatementReader {

    private static final List<String> WITHOUT_EFFECT = List.of(
            "begin",
            "start",
            "commit",
            "end",
            "rollback",
            "abort",
            "analyze",
            "vacuum",
            "checkpoint",
            "force",
            "grant",
            "revoke");

    private static final Set<String> BUILT_IN = Set.of("parquet", "json", "icu", "core_functions");

    private final SqlText text;
    private final Words words;

    StatementReader(SqlText text, List<Token> tokens) {
        this.text = text;
        this.words = new Words(text, tokens);
    }

    Statement read() {
        if (words.comes("with")) {
            return afterWith();
        }
        if (words.skip("create")) {
            return create();
        }
        if (words.skip("drop")) {
            return drop();
        }
        if (words.skip("alter")) {
            return alter();
        }
        if (words.skip("truncate")) {
            words.skip("table");
            return new Statement.Truncate(text, words.relation());
        }
        if (words.skip("comment", "on")) {
            return comment();
        }
        if (WITHOUT_EFFECT.stream().anyMatch(words::comes)) {
            return new Statement.Nothing(text);
        }
        if (words.skipAny("install", "load")) {
            return loadsBuiltIn() ? new Statement.Nothing(text) : new Statement.Local(text, false);
        }
        if (words.comesQuery()
                || List.of("desc", "explain", "pragma", "call").stream().anyMatch(words::comes)) {
            return new Statement.Query(text);
        }
        return change(Span.EMPTY).orElseGet(() -> new Statement.Local(text, words.comes("prepare")));
    }

    private Statement afterWith() {
        int start = words.start();
        words.goTo("select", "insert", "update", "delete", "merge", "from", "values", "pivot", "unpivot");
        return change(new Span(start, words.end())).orElseGet(() -> new Statement.Query(text));
    }

    /// INSERT, DELETE, UPDATE and MERGE; empty where it is none of them.
    private Optional<Statement> change(Span with) {
        if (words.skip("insert")) {
            return Optional.of(insert(with));
        }
        if (words.skip("delete")) {
            words.expect("from");
            Target target = target("using", "where", "returning");
            refuse("returning");
            Span using = words.skip("using") ? words.upTo("where") : Span.EMPTY;
            return Optional.of(new Statement.Delete(text, with, target, using, where()));
        }
        if (words.skip("update")) {
            Target target = target("set");
            refuse("returning");
            words.expect("set");
            List<Assignment> assignments = assignments("from", "where");
            Span from = words.skip("from") ? words.upTo("where") : Span.EMPTY;
            return Optional.of(new Statement.Update(text, with, target, assignments, from, where()));
        }
        if (words.skip("merge")) {
            return Optional.of(merge(with));
        }
        return Optional.empty();
    }

    private Span where() {
        if (words.atEnd()) {
            return Span.EMPTY;
        }
        words.expect("where");
        return words.rest();
    }

    private Statement create() {
        boolean replace = words.skip("or", "replace");
        boolean temporary = words.skipAny("temp", "temporary");
        boolean lasting = words.skip("persistent");
        if (words.skip("table")) {
            return createTable(replace, temporary);
        }
        boolean recursive = words.skip("recursive");
        if (words.skip("view")) {
            return createView(replace, temporary, recursive);
        }
        if (words.skip("schema")) {
            Statement.IfThere ifThere = ifThere(replace);
            return new Statement.CreateSchema(text, words.relation(), ifThere);
        }
        if (words.skip("unique") || words.comes("index")) {
            return new Statement.Nothing(text);
        }
        return new Statement.Local(text, lasting || words.comes("macro") || words.comes("function"));
    }

    private Statement createTable(boolean replace, boolean temporary) {
        Statement.IfThere ifThere = ifThere(replace);
        RelationName name = words.relation();
        if (temporary || isTemporary(name)) {
            return new Statement.CreateTemporary(text, name);
        }
        if (words.comesSign('(') && words.hasAhead("as")) {
            return createTableAs(name, ifThere, words.names());
        }
        return words.comesSign('(')
                ? new Statement.CreateTable(text, name, ifThere, words.bracket())
                : createTableAs(name, ifThere, List.of());
    }

    private Statement createTableAs(RelationName name, Statement.IfThere ifThere, List<String> names) {
        words.expect("as");
        if (words.hasSequenceAhead("with", "data") || words.hasSequenceAhead("with", "no")) {
            throw words.notOffered("WITH [NO] DATA");
        }
        return new Statement.CreateTableAs(text, name, ifThere, names, words.rest());
    }

    private Statement createView(boolean replace, boolean temporary, boolean recursive) {
        Statement.IfThere ifThere = ifThere(replace);
        RelationName name = words.relation();
        if (temporary || isTemporary(name)) {
            return new Statement.CreateTemporary(text, name);
        }
        if (recursive) {
            throw words.notOffered("a recursive view");
        }
        List<String> names = words.comesSign('(') ? words.names() : List.of();
        words.expect("as");
        return new Statement.CreateView(text, name, ifThere, names, words.rest());
    }

    private static boolean isTemporary(RelationName name) {
        return name.database().equalsIgnoreCase("temp")
                || (name.database().isEmpty() && name.schema().equalsIgnoreCase("temp"));
    }

    private Statement.IfThere ifThere(boolean replace) {
        boolean keep = words.skip("if", "not", "exists");
        return replace ? Statement.IfThere.REPLACE : keep ? Statement.IfThere.KEEP : Statement.IfThere.FAIL;
    }

    private Statement drop() {
        if (words.skip("index")) {
            return new Statement.Nothing(text);
        }
        if (words.skip("schema")) {
            boolean ifExists = words.skip("if", "exists");
            return new Statement.DropSchema(text, words.relation(), ifExists, words.skip("cascade"));
        }
        Optional<Statement.Kind> kind = kind();
        if (kind.isEmpty()) {
            return new Statement.Local(text, false);
        }
        boolean ifExists = words.skip("if", "exists");
        return new Statement.Drop(text, kind.get(), words.relation(), ifExists);
    }

    private Optional<Statement.Kind> kind() {
        if (words.skip("table")) {
            return Optional.of(Statement.Kind.TABLE);
        }
        return words.skip("view") ? Optional.of(Statement.Kind.VIEW) : Optional.empty();
    }

    private Statement comment() {
        if (words.skip("column")) {
            List<String> parts = new ArrayList<>(List.of(words.name()));
            int start = words.end();
            while (words.skipSign('.')) {
                parts.add(words.name());
            }
            words.expect("is");
            int size = parts.size();
            if (size < 2 || size > 4) {
                throw words.notUnderstood();
            }
            RelationName name = new RelationName(
                    size > 3 ? parts.getFirst() : "",
                    size > 2 ? parts.get(size - 3) : "",
                    parts.get(size - 2),
                    new Span(start, words.end()));
            return new Statement.Comment(text, name, Optional.of(parts.getLast()), words.textOrNull());
        }
        if (kind().isEmpty()) {
            return new Statement.Local(text, false);
        }
        RelationName name = words.relation();
        words.expect("is");
        return new Statement.Comment(text, name, Optional.empty(), words.textOrNull());
    }

    private Statement alter() {
        Optional<Statement.Kind> kind = kind();
        if (kind.isEmpty()) {
            return new Statement.Local(text, false);
        }
        boolean ifExists = words.skip("if", "exists");
        RelationName name = words.relation();
        return new Statement.Alter(text, kind.get(), name, ifExists, alterAction());
    }

    private AlterAction alterAction() {
        if (words.skip("rename", "to")) {
            return new AlterAction.Rename(words.name());
        }
        if (words.skip("rename")) {
            words.skip("column");
            String from = words.name();
            words.expect("to");
            return new AlterAction.RenameColumn(from, words.name());
        }
        if (words.skip("set", "schema")) {
            return new AlterAction.Move(words.name());
        }
        if (words.comes("set", "partitioned") || words.comes("set", "sorted") || words.comes("reset")) {
            return new AlterAction.Nothing();
        }
        if (words.skip("drop")) {
            words.skip("column");
            boolean ifExists = words.skip("if", "exists");
            return new AlterAction.DropColumn(words.name(), ifExists);
        }
        if (words.skip("add")) {
            return addColumn();
        }
        words.expect("alter");
        words.skip("column");
        return alterColumn();
    }

    private AlterAction addColumn() {
        if (List.of("constraint", "primary", "unique", "check", "foreign").stream()
                .anyMatch(words::comes)) {
            return new AlterAction.NotOffered("constraints", words.rest());
        }
        words.skip("column");
        boolean ifNotExists = words.skip("if", "not", "exists");
        String column = words.name();
        Span type = words.upTo("default", "not", "null", "check", "unique", "primary");
        Span value = words.skip("default") ? words.upTo("not", "check", "unique", "primary") : Span.EMPTY;
        words.skip("null");
        return words.atEnd()
                ? new AlterAction.AddColumn(column, ifNotExists, type, value)
                : new AlterAction.NotOffered("constraints", words.rest());
    }

    private AlterAction alterColumn() {
        String column = words.name();
        if (words.skip("set", "data", "type") || words.skip("type")) {
            Span type = words.upTo("using");
            return new AlterAction.ChangeType(column, type, words.skip("using") ? words.rest() : Span.EMPTY);
        }
        if (words.comes("drop", "not", "null") || words.comes("drop", "default")) {
            return new AlterAction.Nothing();
        }
        return new AlterAction.NotOffered(words.comes("set", "default") ? "defaults" : "constraints", words.rest());
    }

    private boolean loadsBuiltIn() {
        return BUILT_IN.contains(words.name()) && words.atEnd();
    }

    private Statement insert(Span with) {
        if (words.skip("or")) {
            throw words.notOffered("INSERT OR " + words.name().toUpperCase(Locale.ROOT));
        }
        words.expect("into");
        RelationName name = words.relation();
        if (words.skip("as")) {
            words.name();
        }
        List<String> columns = words.comesSign('(') && !words.comesQueryInBracket() ? words.names() : List.of();
        boolean byName = words.skip("by", "name");
        words.skip("by", "position");
        refuse("returning");
        if (words.hasSequenceAhead("on", "conflict")) {
            throw words.notOffered("ON CONFLICT");
        }
        Span source = words.skip("default", "values") ? Span.EMPTY : words.rest();
        return new Statement.Insert(text, with, name, columns, byName, source);
    }

    /// A table and its alias, which is none of these keywords.
    private Target target(String... keywords) {
        RelationName name = words.relation();
        boolean named = words.skip("as");
        boolean alias = named || (!words.atEnd() && List.of(keywords).stream().noneMatch(words::comes));
        return new Target(name, alias ? words.name() : name.name());
    }

    private List<Assignment> assignments(String... ends) {
        List<Assignment> assignments = new ArrayList<>();
        do {
            String column = words.relation().name();
            if (!words.skipSign('=')) {
                throw words.notUnderstood();
            }
            assignments.add(new Assignment(column, words.upToCommaOr(ends)));
        } while (words.skipSign(','));
        return assignments;
    }

    private Statement merge(Span with) {
        words.expect("into");
        Target target = target("using");
        refuse("returning");
        words.expect("using");
        int start = words.start();
        String name = source();
        boolean renamed = words.skip("as") || !(words.comes("on") || words.comes("using") || words.comes("when"));
        String alias = renamed ? words.name() : name;
        words.upTo("on", "using", "when");
        Span source = new Span(start, words.end());
        List<String> using = words.skip("using") ? words.names() : List.of();
        Span on = words.skip("on") ? words.upToClause() : Span.EMPTY;
        List<MergeClause> clauses = new ArrayList<>();
        while (words.skip("when")) {
            clauses.add(clause());
        }
        if (clauses.isEmpty() || !words.atEnd()) {
            throw words.notUnderstood();
        }
        return new Statement.Merge(text, with, target, source, alias, on, using, clauses);
    }

    /// What a MERGE reads: a query in brackets, a table or a function. Returns what its rows are called
    /// by themselves.
    private String source() {
        if (words.comesSign('(')) {
            words.bracket();
            return "unnamed_subquery";
        }
        String name = words.relation().name();
        if (words.comesSign('(')) {
            words.bracket();
        }
        return name;
    }

    private MergeClause clause() {
        boolean matched = !words.skip("not");
        words.expect("matched");
        boolean bySource = words.skip("by", "source");
        words.skip("by", "target");
        Span condition = words.skip("and") ? words.upTo("then") : Span.EMPTY;
        words.expect("then");
        MergeClause.Rows rows = matched
                ? MergeClause.Rows.MATCHED
                : bySource ? MergeClause.Rows.NOT_MATCHED_BY_SOURCE : MergeClause.Rows.NOT_MATCHED_BY_TARGET;
        return new MergeClause(rows, condition, action());
    }

    private MergeClause.Action action() {
        if (words.skip("delete")) {
            return new MergeClause.Action.Delete();
        }
        if (words.skip("do", "nothing")) {
            return new MergeClause.Action.Nothing();
        }
        if (words.skip("error")) {
            return new MergeClause.Action.Failure(words.upToClause());
        }
        if (words.skip("update")) {
            return update();
        }
        words.expect("insert");
        return insertAction();
    }

    private MergeClause.Action update() {
        if (words.skip("set")) {
            return words.skipSign('*')
                    ? new MergeClause.Action.UpdateAll(false)
                    : new MergeClause.Action.Update(assignments("when"));
        }
        boolean byName = words.skip("by", "name");
        words.skip("by", "position");
        return new MergeClause.Action.UpdateAll(byName);
    }

    private MergeClause.Action insertAction() {
        if (words.skipSign('*')) {
            return new MergeClause.Action.InsertAll(false);
        }
        List<String> columns = words.comesSign('(') ? words.names() : List.of();
        if (words.skip("values")) {
            return new MergeClause.Action.Insert(columns, words.list());
        }
        boolean byName = words.skip("by", "name");
        words.skip("by", "position");
        if (!columns.isEmpty()) {
            throw words.notUnderstood();
        }
        return new MergeClause.Action.InsertAll(byName);
    }

    private void refuse(String keyword) {
        if (words.hasAhead(keyword)) {
            words.goTo(keyword);
            throw words.notOffered(keyword.toUpperCase(Locale.ROOT));
        }
    }
}
