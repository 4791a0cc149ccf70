package basin.jinja.interpret;

import basin.jinja.call.ReturnSignal;
import basin.jinja.error.JinjaException;
import basin.jinja.error.Place;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Limits;
import basin.jinja.operation.Text;
import basin.jinja.syntax.Expression;
import basin.jinja.syntax.Macro;
import basin.jinja.syntax.Statement;
import basin.jinja.syntax.Target;
import basin.jinja.syntax.Tree;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.Namespace;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One template being run over one context: what `import` gives, too. Statements happen here, expressions have their
/// values in [Evaluation].
///
/// A name means, first of these: a variable of the block or macro it stands in or of those around that, a variable or
/// macro of the template, an entry of the context, a global of the environment.
public final class Module implements HasAttributes {
    private final Setup setup;
    private final Tree tree;
    private final Map<String, ? extends @Nullable Object> context;
    private final boolean contextFirst;
    private final Scope top;
    private final Evaluation evaluation;
    private final Map<String, List<Statement.Block>> blocks = new HashMap<>();
    private @Nullable Tree parent;
    private String text = "";

    private Module(
            Setup setup,
            Tree tree,
            Map<String, ? extends @Nullable Object> context,
            boolean contextFirst,
            @Nullable Scope outer) {
        this.setup = setup;
        this.tree = tree;
        this.context = context;
        this.contextFirst = contextFirst;
        this.top = new Scope(outer);
        this.evaluation = new Evaluation(this);
        addBlocks(tree);
        if (!tree.blocks().isEmpty()) {
            top.set("self", (HasAttributes) this::self);
        }
    }

    /// A module that has not been run.
    ///
    /// @param context by name; asked while the template runs, so it may make its values then
    public static Module of(Setup setup, Tree tree, Map<String, ? extends @Nullable Object> context) {
        return new Module(setup, tree, context, false, null);
    }

    /// The same, but an entry of the context goes before a variable or macro of the template: many templates share one
    /// set of macros, some of which replace others.
    public static Module withContextFirst(Setup setup, Tree tree, Map<String, ? extends @Nullable Object> context) {
        return new Module(setup, tree, context, true, null);
    }

    Setup setup() {
        return setup;
    }

    /// Runs the template for the text it prints.
    public String render() {
        TextOutput output = new TextOutput(setup.limits());
        render(output);
        return output.toString();
    }

    /// Runs the template for its value: that of its only expression, or else the text it prints.
    public @Nullable Object renderNative() {
        NativeOutput output = new NativeOutput(setup.limits());
        render(output);
        return output.value();
    }

    /// Runs the template for its variables and macros, and keeps the text.
    public void load() {
        text = render();
    }

    private void render(Output output) {
        try {
            run(tree.body(), top, output);
            if (parent != null) {
                output.unmute();
                Module base = new Module(setup, parent, context, contextFirst, top);
                blocks.forEach((name, chain) -> base.blocks
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .addAll(0, chain));
                base.render(output);
            }
        } catch (StackOverflowError tooDeep) {
            throw Limits.passed("the template is nested too deeply")
                    .at(new Place(tree.source().name(), 1, 1));
        } catch (ReturnSignal outside) {
            throw JinjaException.of("return() was called outside of a macro")
                    .at(new Place(tree.source().name(), 1, 1));
        }
    }

    private void addBlocks(Tree blocksOf) {
        blocksOf.blocks()
                .forEach(block -> blocks.computeIfAbsent(block.name(), key -> new ArrayList<>())
                        .add(block));
    }

    /// A macro or own block of the template, to be called within this module.
    public Callable macro(Macro macro) {
        return new BoundMacro(this, macro, top);
    }

    /// Defines the template's macros and runs the assignments and imports at its top level, and nothing else.
    public void define() {
        TextOutput nowhere = new TextOutput(setup.limits());
        nowhere.mute();
        for (Statement statement : tree.body()) {
            switch (statement) {
                case Statement.Assign s -> run(s, top, nowhere);
                case Statement.AssignBlock s -> run(s, top, nowhere);
                case Statement.Definition s -> run(s, top, nowhere);
                case Statement.Import s -> run(s, top, nowhere);
                case Statement.FromImport s -> run(s, top, nowhere);
                default -> {}
            }
        }
    }

    /// What a name means.
    @Nullable
    Object resolve(String name, Scope scope) {
        Object value = contextFirst ? scope.getInside(name, top) : scope.get(name);
        if (value == Absent.ABSENT) {
            value = entry(name);
        }
        if (value == Absent.ABSENT && contextFirst) {
            value = top.get(name);
        }
        return value == Absent.ABSENT ? global(name) : value;
    }

    private @Nullable Object entry(String name) {
        Object value = context.get(name);
        return value != null || context.containsKey(name) ? value : Absent.ABSENT;
    }

    private @Nullable Object global(String name) {
        Object value = setup.globals().get(name);
        boolean known = value != null || setup.globals().containsKey(name);
        return known ? value : setup.undefined("'" + name + "' is undefined");
    }

    @Nullable
    Object evaluate(Expression expression, Scope scope) {
        return evaluation.of(expression, scope);
    }

    /// Whether statements ran to their end.
    enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    Flow run(List<Statement> statements, Scope scope, Output output) {
        for (Statement statement : statements) {
            Flow flow = run(statement, scope, output);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(Statement statement, Scope scope, Output output) {
        switch (statement) {
            case Statement.Text s -> output.text(s.text());
            case Statement.Print s -> {
                if (!output.isMuted()) {
                    print(s.value(), scope, output);
                }
            }
            case Statement.If s -> {
                return choose(s, scope, output);
            }
            case Statement.Assign s -> assign(s, evaluate(s.value(), scope), scope);
            case Statement.Do s -> evaluate(s.value(), scope);
            case Statement.For s -> loop(s, evaluate(s.elements(), scope), 0, scope, output);
            case Statement.AssignBlock s -> {
                Object value = evaluation.ofFiltered(s.filtered(), capture(s.body(), scope), scope);
                assign(s.at(), s.target(), value, scope);
            }
            case Statement.Definition s -> {
                if (s.macro().tag().equals("macro")) {
                    scope.set(s.macro().name(), new BoundMacro(this, s.macro(), scope));
                }
            }
            case Statement.CallBlock s -> {
                Callable caller = new BoundMacro(this, s.caller(), scope);
                output.value(evaluation.ofCall(s.call(), caller, scope));
            }
            case Statement.FilterBlock s ->
                output.value(evaluation.ofFiltered(s.filtered(), capture(s.body(), scope), scope));
            case Statement.With s -> {
                Scope inner = new Scope(scope);
                s.assignments().forEach(each -> assign(each.at(), each.target(), evaluate(each.value(), scope), inner));
                return run(s.body(), inner, output);
            }
            case Statement.Break s -> {
                return Flow.BREAK;
            }
            case Statement.Continue s -> {
                return Flow.CONTINUE;
            }
            case Statement.Import s -> scope.set(s.name(), imported(s.template(), s.withContext(), s.at(), scope));
            case Statement.FromImport s -> importNames(s, scope);
            case Statement.Include s -> include(s, scope, output);
            case Statement.Extends s -> {
                if (parent != null) {
                    throw JinjaException.of("a template can extend only one other")
                            .at(s.at());
                }
                parent = find(s.template(), s.at(), scope);
                output.mute();
            }
            case Statement.Block s -> {
                if (!output.isMuted()) {
                    block(s, scope, output);
                }
            }
        }
        return Flow.ON;
    }

    private void print(Expression expression, Scope scope, Output output) {
        Object value = evaluate(expression, scope);
        try {
            output.value(value);
        } catch (JinjaException mistake) {
            throw mistake.at(expression.at());
        }
    }

    private Flow choose(Statement.If condition, Scope scope, Output output) {
        for (Statement.Branch branch : condition.branches()) {
            if (evaluation.holds(branch.condition(), scope)) {
                return run(branch.body(), scope, output);
            }
        }
        return run(condition.otherwise(), scope, output);
    }

    private String capture(List<Statement> body, Scope scope) {
        TextOutput captured = new TextOutput(setup.limits());
        run(body, new Scope(scope), captured);
        return captured.toString();
    }

    private void assign(Statement.Assign assignment, @Nullable Object value, Scope scope) {
        assign(assignment.at(), assignment.target(), value, scope);
    }

    private void assign(Place at, Target target, @Nullable Object value, Scope scope) {
        try {
            assign(target, value, scope);
        } catch (JinjaException mistake) {
            throw mistake.at(at);
        }
    }

    private void assign(Target target, @Nullable Object value, Scope scope) {
        switch (target) {
            case Target.Variable variable -> scope.set(variable.name(), value);
            case Target.Unpacked unpacked -> {
                List<@Nullable Object> values = Iteration.list(value);
                List<Target> targets = unpacked.targets();
                if (values.size() != targets.size()) {
                    throw JinjaException.of("expected " + targets.size() + " values to unpack, found " + values.size());
                }
                for (int i = 0; i < targets.size(); i++) {
                    assign(targets.get(i), values.get(i), scope);
                }
            }
            case Target.NamespaceAttribute attribute -> {
                if (!(resolve(attribute.namespace(), scope) instanceof Namespace namespace)) {
                    throw JinjaException.of("'" + attribute.namespace()
                            + "' is no namespace: only attributes of a namespace() can be set");
                }
                namespace.set(attribute.attribute(), value);
            }
        }
    }

    private void loop(Statement.For loop, @Nullable Object elements, int depth, Scope scope, Output output) {
        try {
            Callable again = loop.recursive() ? arguments -> deeper(loop, arguments, depth, scope) : null;
            Object taking = loop.condition() == null ? elements : chosen(loop, loop.condition(), elements, scope);
            LoopState state = new LoopState(setup, taking, depth, again);
            if (!state.hasNext()) {
                run(loop.otherwise(), new Scope(scope), output);
                return;
            }
            Flow flow = Flow.ON;
            while (flow != Flow.BREAK && state.hasNext()) {
                Scope inner = new Scope(scope);
                if (loop.usesLoop()) {
                    inner.set("loop", state);
                }
                assign(loop.target(), state.next(), inner);
                flow = run(loop.body(), inner, output);
            }
        } catch (JinjaException mistake) {
            throw mistake.at(loop.at());
        } catch (ConcurrentModificationException changed) {
            throw JinjaException.of("what the loop goes through was changed by its body")
                    .at(loop.at());
        }
    }

    private String deeper(Statement.For loop, Arguments arguments, int depth, Scope scope) {
        if (arguments.positional().size() != 1) {
            throw JinjaException.of("loop() takes the elements of the loop within, and nothing else");
        }
        if (depth >= setup.limits().macroDepth()) {
            throw Limits.passed("the loop recurses more than " + depth + " levels deep");
        }
        TextOutput text = new TextOutput(setup.limits());
        loop(loop, arguments.positional().getFirst(), depth + 1, scope, text);
        return text.toString();
    }

    /// The elements for which the loop's condition holds, found as the loop goes on.
    private Iterable<@Nullable Object> chosen(
            Statement.For loop, Expression condition, @Nullable Object elements, Scope scope) {
        Iterator<@Nullable Object> all = Iteration.of(elements);
        return () -> new Matching(all, element -> {
            Scope inner = new Scope(scope);
            assign(loop.target(), element, inner);
            return evaluation.holds(condition, inner);
        });
    }

    private Tree find(Expression template, Place at, Scope scope) {
        Object name = evaluate(template, scope);
        for (Object candidate :
                name instanceof List<?> names ? names : Arguments.of(name).positional()) {
            Tree found = candidate instanceof String text ? setup.trees().find(text) : null;
            if (found != null) {
                return found;
            }
        }
        throw JinjaException.of("there is no template " + Text.repr(name)).at(at);
    }

    private Module imported(Expression template, boolean withContext, Place at, Scope scope) {
        Tree found = find(template, at, scope);
        Module module = withContext
                ? new Module(setup, found, context, contextFirst, scope)
                : new Module(setup, found, Map.of(), false, null);
        module.load();
        return module;
    }

    private void importNames(Statement.FromImport statement, Scope scope) {
        Module module = imported(statement.template(), statement.withContext(), statement.at(), scope);
        for (Statement.ImportedName name : statement.names()) {
            Object value = module.attribute(name.name());
            scope.set(
                    name.alias(),
                    value != Absent.ABSENT
                            ? value
                            : setup.undefined("the template '"
                                    + module.tree.source().name() + "' does not export '" + name.name() + "'"));
        }
    }

    private void include(Statement.Include include, Scope scope, Output output) {
        Tree found;
        try {
            found = find(include.template(), include.at(), scope);
        } catch (JinjaException missing) {
            if (include.ignoreMissing() && missing.kind() == JinjaException.Kind.RUNTIME) {
                return;
            }
            throw missing;
        }
        Module module = include.withContext()
                ? new Module(setup, found, context, contextFirst, scope)
                : new Module(setup, found, Map.of(), false, null);
        module.render(output);
    }

    private void block(Statement.Block block, Scope scope, Output output) {
        List<Statement.Block> chain = blocks.getOrDefault(block.name(), List.of(block));
        Statement.Block last = chain.getFirst();
        if (last.required()) {
            throw JinjaException.of("the block '" + block.name() + "' has to be overridden")
                    .at(block.at());
        }
        runBlock(chain, 0, block.scoped() ? scope : top, output);
    }

    private void runBlock(List<Statement.Block> chain, int level, Scope scope, Output output) {
        Scope inner = new Scope(scope);
        inner.set("super", superBlock(chain, level + 1, scope));
        run(chain.get(level).body(), inner, output);
    }

    private Object superBlock(List<Statement.Block> chain, int level, Scope scope) {
        if (level >= chain.size()) {
            return setup.undefined(
                    "there is no parent block called '" + chain.getFirst().name() + "'");
        }
        return (Callable) arguments -> {
            TextOutput text = new TextOutput(setup.limits());
            runBlock(chain, level, scope, text);
            return text.toString();
        };
    }

    private Object self(String name) {
        List<Statement.Block> chain = blocks.get(name);
        if (chain == null) {
            return Absent.ABSENT;
        }
        return (Callable) arguments -> {
            TextOutput text = new TextOutput(setup.limits());
            runBlock(chain, 0, top, text);
            return text.toString();
        };
    }

    /// A variable or macro of the template's top level, as others see them that import it. Those that start with an
    /// underscore are its own.
    @Override
    public @Nullable Object attribute(String name) {
        boolean shown =
                !name.startsWith("_") && !name.equals("self") && top.own().containsKey(name);
        return shown ? top.own().get(name) : Absent.ABSENT;
    }

    /// The text that the template printed when it was loaded.
    @Override
    public String toString() {
        return text;
    }
}
