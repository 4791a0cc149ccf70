package basin.jinja.interpret;

import basin.jinja.call.ReturnSignal;
import basin.jinja.call.Signature;
import basin.jinja.error.JinjaException;
import basin.jinja.error.NearMiss;
import basin.jinja.operation.Limits;
import basin.jinja.syntax.Macro;
import basin.jinja.syntax.Parameter;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A macro together with the variables it sees. Its result is the text it prints, or the value of its `return`.
final class BoundMacro implements Callable, HasAttributes {
    /// How many macros are running within each other on a thread.
    private static final ThreadLocal<int[]> RUNNING = ThreadLocal.withInitial(() -> new int[1]);

    private final Module module;
    private final Macro macro;
    private final Scope closure;

    BoundMacro(Module module, Macro macro, Scope closure) {
        this.module = module;
        this.macro = macro;
        this.closure = closure;
    }

    private boolean isCallBody() {
        return macro.tag().equals("call");
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        int[] running = RUNNING.get();
        int deepest = module.setup().limits().macroDepth();
        if (running[0] >= deepest) {
            throw Limits.passed("macros call each other more than " + deepest + " levels deep");
        }
        running[0]++;
        try {
            return run(arguments);
        } catch (StackOverflowError tooDeep) {
            throw Limits.passed("macro '" + macro.name() + "' calls itself, or others, without an end");
        } catch (JinjaException mistake) {
            throw isCallBody() ? mistake : mistake.within(macro.name());
        } finally {
            running[0]--;
        }
    }

    private @Nullable Object run(Arguments arguments) {
        Scope scope = new Scope(closure);
        bind(arguments, scope);
        TextOutput text = new TextOutput(module.setup().limits());
        try {
            module.run(macro.body(), scope, text);
            return text.toString();
        } catch (ReturnSignal returned) {
            if (isCallBody()) {
                throw returned;
            }
            return returned.value();
        }
    }

    private void bind(Arguments arguments, Scope scope) {
        List<Parameter> parameters = macro.parameters();
        List<@Nullable Object> given = arguments.positional();
        Map<String, @Nullable Object> keyword = arguments.keyword();
        if (given.size() > parameters.size() && !macro.takesMorePositional()) {
            throw Signature.tooMany(subject(), given.size(), parameters.size());
        }
        if (!keyword.isEmpty()) {
            checkKeywords(keyword, given.size());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (i < given.size()) {
                scope.set(parameter.name(), given.get(i));
            } else if (keyword.containsKey(parameter.name())) {
                scope.set(parameter.name(), keyword.get(parameter.name()));
            } else if (parameter.fallback() != null) {
                scope.set(parameter.name(), module.evaluate(parameter.fallback(), scope));
            } else {
                scope.set(
                        parameter.name(),
                        module.setup().undefined("parameter '" + parameter.name() + "' was not provided"));
            }
        }
        if (macro.takesMorePositional()) {
            List<@Nullable Object> rest = given.subList(Math.min(given.size(), parameters.size()), given.size());
            scope.set("varargs", Tuple.copyOf(rest));
        }
        if (macro.takesMoreKeywords()) {
            scope.set("kwargs", otherKeywords(keyword));
        }
        if (macro.takesCaller() && !hasParameter("caller")) {
            boolean called = keyword.containsKey("caller");
            scope.set("caller", called ? keyword.get("caller") : module.setup().undefined("No caller defined"));
        }
    }

    private void checkKeywords(Map<String, @Nullable Object> keyword, int positional) {
        keyword.forEach((name, value) -> {
            int index =
                    macro.parameters().stream().map(Parameter::name).toList().indexOf(name);
            if (index >= 0 && index < positional) {
                throw JinjaException.of(subject() + " got two values for its argument '" + name + "'");
            }
            boolean isCaller = name.equals("caller") && macro.takesCaller();
            if (index < 0 && !isCaller && !macro.takesMoreKeywords()) {
                throw JinjaException.of(subject() + " takes no argument named '" + name + "'."
                        + NearMiss.hint(
                                name,
                                macro.parameters().stream().map(Parameter::name).toList()));
            }
        });
    }

    private Map<String, @Nullable Object> otherKeywords(Map<String, @Nullable Object> keyword) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        keyword.forEach((name, value) -> {
            boolean isCaller = name.equals("caller") && macro.takesCaller();
            if (!hasParameter(name) && !isCaller) {
                others.put(name, value);
            }
        });
        return others;
    }

    private boolean hasParameter(String name) {
        return macro.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }

    private String subject() {
        return macro.tag() + " '" + macro.name() + "'";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "name" -> macro.name();
            case "arguments" ->
                Tuple.copyOf(macro.parameters().stream().map(Parameter::name).toList());
            case "catch_kwargs" -> macro.takesMoreKeywords();
            case "catch_varargs" -> macro.takesMorePositional();
            case "caller" -> macro.takesCaller();
            default -> Absent.ABSENT;
        };
    }

    @Override
    public String toString() {
        return "<Macro '" + macro.name() + "'>";
    }
}
