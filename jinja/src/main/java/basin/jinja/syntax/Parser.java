package basin.jinja.syntax;

import basin.jinja.error.JinjaException;
import basin.jinja.error.NearMiss;
import basin.jinja.error.Place;
import basin.jinja.syntax.Macro.Span;
import basin.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a template: text, prints and statements, up to its end.
public final class Parser {
    private static final int DEEPEST = 100;
    private static final Set<String> TAGS = Set.of(
            "for",
            "if",
            "macro",
            "call",
            "filter",
            "set",
            "with",
            "do",
            "break",
            "continue",
            "import",
            "from",
            "include",
            "extends",
            "block",
            "print",
            "raw",
            "autoescape");

    private final Source source;
    private final Set<String> blockTags;
    private final boolean ignoresUnknown;
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final List<Macro> macros = new ArrayList<>();
    private final List<Statement.Block> blocks = new ArrayList<>();
    private int depth;
    private int loops;

    private Parser(Source source, WhiteSpace whiteSpace, Set<String> blockTags, boolean ignoresUnknown) {
        this.source = source;
        this.blockTags = blockTags;
        this.ignoresUnknown = ignoresUnknown;
        this.tokens = new TokenStream(source, Lexer.tokens(source, whiteSpace));
        this.expressions = new ExpressionParser(tokens);
    }

    /// Reads a whole template.
    ///
    /// @param blockTags further tags that hold a named block, such as `test`
    /// @param ignoresUnknown whether an unknown tag is left out where it stands in no block
    /// @throws JinjaException where it is none, with the place
    public static Tree template(Source source, WhiteSpace whiteSpace, Set<String> blockTags, boolean ignoresUnknown) {
        Parser parser = new Parser(source, whiteSpace, blockTags, ignoresUnknown);
        List<Statement> body = parser.body(null);
        return new Tree(source, body, List.copyOf(parser.macros), List.copyOf(parser.blocks));
    }

    /// Reads one expression alone, without braces around it.
    ///
    /// @throws JinjaException where it is none, with the place
    public static Expression expression(Source source) {
        Source print = new Source(source.name(), "{{" + source.text() + "}}");
        Parser parser = new Parser(print, WhiteSpace.DEFAULT, Set.of(), false);
        parser.tokens.take();
        Expression value = parser.expressions.tuple();
        parser.tokens.expect(Kind.PRINT_END, "the end of the expression");
        return value;
    }

    /// Statements up to one of the tags that end them, whose name is then the next token; up to the end of the
    /// template without such tags.
    ///
    /// @param opened the tag they belong to; null for the template itself
    private List<Statement> body(@Nullable Token opened, String... ends) {
        if (++depth > DEEPEST) {
            throw tokens.mistake("blocks are nested too deeply");
        }
        List<Statement> statements = new ArrayList<>();
        while (true) {
            switch (tokens.current().kind()) {
                case TEXT -> statements.add(new Statement.Text(tokens.take().text()));
                case PRINT_BEGIN -> statements.add(print());
                case BLOCK_BEGIN -> {
                    if (Arrays.asList(ends).contains(tokens.following().text())) {
                        tokens.take();
                        depth--;
                        return List.copyOf(statements);
                    }
                    tokens.take();
                    statement(statements);
                }
                case END -> {
                    if (opened != null) {
                        throw tokens.mistake(
                                opened,
                                "this '" + opened.text() + "' is not closed: '{% " + ends[ends.length - 1]
                                        + " %}' is missing");
                    }
                    depth--;
                    return List.copyOf(statements);
                }
                case PRINT_END, BLOCK_END, NAME, INTEGER, FLOAT, STRING, OPERATOR -> throw tokens.unexpected("text");
            }
        }
    }

    private Statement print() {
        tokens.take();
        Expression value = expressions.tuple();
        tokens.expect(Kind.PRINT_END, "'}}'");
        return new Statement.Print(value);
    }

    /// The rest of a block tag's head, and its body.
    private List<Statement> bodyOf(Token tag, String... ends) {
        endTag();
        return body(tag, ends);
    }

    private void endTag() {
        tokens.skipOperator(":");
        tokens.expect(Kind.BLOCK_END, "'%}'");
    }

    private void statement(List<Statement> into) {
        Token tag = tokens.expect(Kind.NAME, "a tag's name");
        switch (tag.text()) {
            case "if" -> into.add(condition(tag));
            case "for" -> into.add(loop(tag));
            case "set" -> into.add(assignment(tag));
            case "do" -> into.add(new Statement.Do(lastExpression()));
            case "print" -> prints(into);
            case "macro" -> into.add(macro(tag));
            case "call" -> into.add(callBlock(tag));
            case "filter" -> into.add(filterBlock(tag));
            case "with" -> into.add(with(tag));
            case "break" -> into.add(loopControl(tag, new Statement.Break()));
            case "continue" -> into.add(loopControl(tag, new Statement.Continue()));
            case "import" -> into.add(importTemplate(tag));
            case "from" -> into.add(importNames(tag));
            case "include" -> into.add(include(tag));
            case "extends" -> into.add(new Statement.Extends(tokens.place(tag), lastExpression()));
            case "block" -> into.add(block(tag));
            case "autoescape" -> autoescape(tag, into);
            default -> {
                if (blockTags.contains(tag.text())) {
                    into.add(ownBlock(tag));
                } else if (ignoresUnknown && depth == 1) {
                    skipTag();
                } else {
                    throw unknown(tag);
                }
            }
        }
    }

    private void skipTag() {
        while (tokens.current().kind() != Kind.BLOCK_END && tokens.current().kind() != Kind.END) {
            tokens.take();
        }
        endTag();
    }

    private JinjaException unknown(Token tag) {
        if (tag.text().startsWith("end")
                || tag.text().equals("else")
                || tag.text().equals("elif")) {
            return tokens.mistake(tag, "'" + tag.text() + "' closes nothing that is open here");
        }
        Set<String> known = new TreeSet<>(TAGS);
        known.addAll(blockTags);
        return tokens.mistake(tag, "unknown tag '" + tag.text() + "'." + NearMiss.hint(tag.text(), known));
    }

    private void prints(List<Statement> into) {
        do {
            into.add(new Statement.Print(expressions.expression()));
        } while (tokens.skipOperator(","));
        endTag();
    }

    private Expression lastExpression() {
        Expression value = expressions.tuple();
        endTag();
        return value;
    }

    private Statement condition(Token tag) {
        List<Statement.Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        Token branch = tag;
        while (branch.isName("if") || branch.isName("elif")) {
            Expression condition = expressions.tupleBeforeIf();
            branches.add(new Statement.Branch(condition, bodyOf(tag, "elif", "else", "endif")));
            branch = tokens.take();
        }
        if (branch.isName("else")) {
            otherwise = bodyOf(tag, "endif");
            tokens.take();
        }
        endTag();
        return new Statement.If(List.copyOf(branches), otherwise);
    }

    private Statement loop(Token tag) {
        Target target = targets("in");
        if (!tokens.skipName("in")) {
            throw tokens.unexpected("'in'");
        }
        Expression elements = expressions.tupleBeforeIf();
        @Nullable Expression condition = tokens.skipName("if") ? expressions.expression() : null;
        boolean recursive = tokens.skipName("recursive");
        loops++;
        expressions.startCollecting();
        List<Statement> body = bodyOf(tag, "else", "endfor");
        boolean usesLoop = expressions.collected().contains("loop");
        loops--;
        List<Statement> otherwise = List.of();
        if (tokens.take().isName("else")) {
            otherwise = bodyOf(tag, "endfor");
            tokens.take();
        }
        endTag();
        return new Statement.For(tokens.place(tag), target, elements, condition, body, otherwise, recursive, usesLoop);
    }

    private Statement loopControl(Token tag, Statement control) {
        if (loops == 0) {
            throw tokens.mistake(tag, "'" + tag.text() + "' stands outside of a loop");
        }
        endTag();
        return control;
    }

    private Statement assignment(Token tag) {
        Place at = tokens.place(tag);
        Target target = targets("=");
        if (tokens.skipOperator("=")) {
            return new Statement.Assign(at, target, lastExpression());
        }
        Expression captured = new Expression.Captured(at);
        Expression filtered = tokens.skipOperator("|") ? expressions.filters(captured) : captured;
        List<Statement> body = bodyOf(tag, "endset");
        closed();
        return new Statement.AssignBlock(at, target, filtered, body);
    }

    /// After the body of a block that has no second part.
    private int closed() {
        tokens.take();
        tokens.skipOperator(":");
        return tokens.expect(Kind.BLOCK_END, "'%}'").end();
    }

    /// One target or several with commas between them.
    private Target targets(String end) {
        List<Target> targets = new ArrayList<>();
        boolean several = false;
        do {
            if (targets.isEmpty() || startsTarget(end)) {
                targets.add(target());
            }
            several |= tokens.isOperator(",");
        } while (tokens.skipOperator(","));
        return several ? new Target.Unpacked(List.copyOf(targets)) : targets.getFirst();
    }

    private boolean startsTarget(String end) {
        boolean ends = tokens.isName(end) || tokens.isOperator(end);
        return !ends && (tokens.is(Kind.NAME) || tokens.isOperator("(") || tokens.isOperator("["));
    }

    private Target target() {
        if (tokens.isOperator("(") || tokens.isOperator("[")) {
            String close = tokens.take().isOperator("(") ? ")" : "]";
            Target inner = targets(close);
            tokens.expectOperator(close);
            return inner;
        }
        String name = tokens.expectName("a variable's name");
        if (tokens.skipOperator(".")) {
            expressions.reads(name);
            return new Target.NamespaceAttribute(name, tokens.expectName("an attribute's name"));
        }
        return new Target.Variable(name);
    }

    private Statement macro(Token tag) {
        String name = tokens.expectName("the macro's name");
        return new Statement.Definition(define(tag, name, false));
    }

    /// Parameters where there are any, body and end of a macro or an own block.
    private Macro define(Token tag, String name, boolean withOptions) {
        int outerLoops = loops;
        loops = 0;
        expressions.startCollecting();
        List<Parameter> parameters = tokens.isOperator("(") ? parameters() : List.of();
        Map<String, Expression> options = withOptions ? options() : Map.of();
        tokens.skipOperator(":");
        int inside = tokens.expect(Kind.BLOCK_END, "'%}'").end();
        List<Statement> body = body(tag, "end" + tag.text());
        Set<String> names = Set.copyOf(expressions.collected());
        loops = outerLoops;
        return finish(tag, name, parameters, options, body, names, inside);
    }

    private Macro finish(
            Token tag,
            String name,
            List<Parameter> parameters,
            Map<String, Expression> options,
            List<Statement> body,
            Set<String> names,
            int inside) {
        int start = source.text().lastIndexOf("{%", tag.start());
        int insideEnd = source.text().lastIndexOf("{%", tokens.current().start());
        Span span = new Span(start, closed());
        Macro macro = new Macro(
                tokens.place(tag),
                tag.text(),
                name,
                parameters,
                options,
                body,
                names,
                span,
                new Span(inside, Math.max(inside, insideEnd)));
        if (depth == 1 && !tag.isName("call")) {
            macros.add(macro);
        }
        return macro;
    }

    private List<Parameter> parameters() {
        tokens.expectOperator("(");
        List<Parameter> parameters = new ArrayList<>();
        while (!tokens.skipOperator(")")) {
            String name = tokens.expectName("a parameter's name");
            @Nullable Expression fallback = tokens.skipOperator("=") ? expressions.expression() : null;
            if (fallback == null
                    && !parameters.isEmpty()
                    && parameters.getLast().fallback() != null) {
                throw tokens.mistake("the parameter '" + name + "' needs a default, since one before it has one");
            }
            parameters.add(new Parameter(name, fallback));
            if (!tokens.isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return List.copyOf(parameters);
    }

    private Statement ownBlock(Token tag) {
        String name = tokens.expectName("the name of this '" + tag.text() + "'");
        return new Statement.Definition(define(tag, name, true));
    }

    /// `, word, name=value`
    private Map<String, Expression> options() {
        Map<String, Expression> options = new LinkedHashMap<>();
        while (tokens.skipOperator(",")) {
            Place at = tokens.place();
            String name = tokens.expectName("an option's name");
            boolean given = tokens.skipOperator("=");
            options.put(name, given ? expressions.expression() : new Expression.Literal(at, true));
        }
        return options;
    }

    private Statement callBlock(Token tag) {
        List<Parameter> parameters = tokens.isOperator("(") ? parameters() : List.of();
        Place at = tokens.place();
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw source.mistake(tag.start(), "expected a call at " + at.line() + ":" + at.column());
        }
        expressions.startCollecting();
        tokens.skipOperator(":");
        int inside = tokens.expect(Kind.BLOCK_END, "'%}'").end();
        int outerLoops = loops;
        loops = 0;
        List<Statement> body = body(tag, "endcall");
        loops = outerLoops;
        Set<String> names = Set.copyOf(expressions.collected());
        Macro caller = finish(tag, "caller", parameters, Map.of(), body, names, inside);
        return new Statement.CallBlock(call, caller);
    }

    private Statement filterBlock(Token tag) {
        Expression filtered = expressions.filters(new Expression.Captured(tokens.place(tag)));
        List<Statement> body = bodyOf(tag, "endfilter");
        closed();
        return new Statement.FilterBlock(filtered, body);
    }

    private Statement with(Token tag) {
        List<Statement.Assign> assignments = new ArrayList<>();
        while (tokens.is(Kind.NAME)) {
            Place at = tokens.place();
            Target target = target();
            tokens.expectOperator("=");
            assignments.add(new Statement.Assign(at, target, expressions.expression()));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        List<Statement> body = bodyOf(tag, "endwith");
        closed();
        return new Statement.With(List.copyOf(assignments), body);
    }

    private Statement importTemplate(Token tag) {
        Expression template = expressions.expression();
        if (!tokens.skipName("as")) {
            throw tokens.unexpected("'as'");
        }
        String name = tokens.expectName("a name");
        boolean withContext = context(false);
        endTag();
        return new Statement.Import(tokens.place(tag), template, name, withContext);
    }

    private Statement importNames(Token tag) {
        Expression template = expressions.expression();
        if (!tokens.skipName("import")) {
            throw tokens.unexpected("'import'");
        }
        List<Statement.ImportedName> names = new ArrayList<>();
        do {
            if (startsContext() || !tokens.is(Kind.NAME)) {
                break;
            }
            String name = tokens.expectName("a name");
            names.add(new Statement.ImportedName(name, tokens.skipName("as") ? tokens.expectName("a name") : name));
        } while (tokens.skipOperator(","));
        boolean withContext = context(false);
        endTag();
        return new Statement.FromImport(tokens.place(tag), template, List.copyOf(names), withContext);
    }

    private boolean startsContext() {
        return (tokens.isName("with") || tokens.isName("without"))
                && tokens.following().isName("context");
    }

    /// `with context` or `without context`, where one stands here.
    private boolean context(boolean otherwise) {
        if (!startsContext()) {
            return otherwise;
        }
        boolean with = tokens.take().isName("with");
        tokens.take();
        return with;
    }

    private Statement include(Token tag) {
        Expression template = expressions.expression();
        boolean ignoreMissing = tokens.isName("ignore") && tokens.following().isName("missing");
        if (ignoreMissing) {
            tokens.take();
            tokens.take();
        }
        boolean withContext = context(true);
        endTag();
        return new Statement.Include(tokens.place(tag), template, ignoreMissing, withContext);
    }

    private Statement block(Token tag) {
        String name = tokens.expectName("the block's name");
        boolean scoped = tokens.skipName("scoped");
        boolean required = tokens.skipName("required");
        List<Statement> body = bodyOf(tag, "endblock");
        tokens.take();
        if (tokens.is(Kind.NAME) && !tokens.skipName(name)) {
            throw tokens.unexpected("'" + name + "', the name of the block that ends here,");
        }
        endTag();
        Statement.Block block = new Statement.Block(tokens.place(tag), name, scoped, required, body);
        if (blocks.stream().anyMatch(other -> other.name().equals(name))) {
            throw tokens.mistake(tag, "the block '" + name + "' is defined twice");
        }
        blocks.add(block);
        return block;
    }

    /// Nothing is ever escaped by itself, so such a block is its body.
    private void autoescape(Token tag, List<Statement> into) {
        expressions.expression();
        into.addAll(bodyOf(tag, "endautoescape"));
        closed();
    }
}
