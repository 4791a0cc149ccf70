package basin.jinja;

import basin.jinja.call.Filter;
import basin.jinja.call.Function;
import basin.jinja.call.ReturnSignal;
import basin.jinja.call.Test;
import basin.jinja.error.JinjaException;
import basin.jinja.filter.BuiltinFilters;
import basin.jinja.interpret.Setup;
import basin.jinja.operation.Limits;
import basin.jinja.syntax.Parser;
import basin.jinja.syntax.Source;
import basin.jinja.syntax.Tree;
import basin.jinja.syntax.WhiteSpace;
import basin.jinja.test.BuiltinTests;
import basin.jinja.value.UndefinedPolicy;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What templates have in common: filters, tests, global names, tags and how strict things are. Reads templates.
public final class Environment {
    private final Setup setup;
    private final WhiteSpace whiteSpace;
    private final Set<String> blockTags;
    private final boolean ignoresUnknownTags;
    private final Loader loader;
    private final Map<String, Tree> loaded = new ConcurrentHashMap<>();

    private Environment(Builder builder) {
        this.whiteSpace = new WhiteSpace(builder.trimBlocks, builder.lstripBlocks, builder.keepTrailingNewline);
        this.blockTags = Set.copyOf(builder.blockTags);
        this.ignoresUnknownTags = builder.ignoresUnknownTags;
        this.loader = builder.loader;
        this.setup = new Setup(
                Map.copyOf(builder.filters),
                Map.copyOf(builder.tests),
                Collections.unmodifiableMap(new HashMap<>(builder.globals)),
                builder.undefined,
                builder.limits,
                this::find);
    }

    /// Finds the text of templates that others import, include or extend. Called from any thread, once for each name.
    @FunctionalInterface
    public interface Loader {
        /// The template's text; null where there is none of that name.
        @Nullable
        String load(String name);
    }

    /// An environment with everything that is built in, and nothing else.
    public static Environment standard() {
        return builder().build();
    }

    /// Starts from everything that is built in.
    public static Builder builder() {
        return new Builder();
    }

    /// Reads a template.
    ///
    /// @param name what errors call it, such as a path
    /// @throws JinjaException where the text is no template
    public Template template(String name, String text) {
        return new Template(setup, parse(name, text));
    }

    /// The template of that name from the environment's loader.
    ///
    /// @throws JinjaException where there is none
    public Template load(String name) {
        Tree tree = find(name);
        if (tree == null) {
            throw JinjaException.of("there is no template '" + name + "'");
        }
        return new Template(setup, tree);
    }

    private @Nullable Tree find(String name) {
        Tree known = loaded.get(name);
        if (known == null) {
            String text = loader.load(name);
            if (text != null) {
                known = parse(name, text);
                loaded.put(name, known);
            }
        }
        return known;
    }

    private Tree parse(String name, String text) {
        return Parser.template(new Source(name, text), whiteSpace, blockTags, ignoresUnknownTags);
    }

    /// Collects what an environment consists of.
    public static final class Builder {
        private final Map<String, Filter> filters = new HashMap<>(BuiltinFilters.all());
        private final Map<String, Test> tests = new HashMap<>(BuiltinTests.all());
        private final Map<String, @Nullable Object> globals = new HashMap<>();
        private final Set<String> blockTags = new HashSet<>();
        private UndefinedPolicy undefined = UndefinedPolicy.LENIENT;
        private Limits limits = Limits.DEFAULT;
        private Loader loader = name -> null;
        private boolean trimBlocks;
        private boolean lstripBlocks;
        private boolean keepTrailingNewline;
        private boolean ignoresUnknownTags;

        private Builder() {}

        /// A name that all templates see, unless their context has it too.
        public Builder global(String name, @Nullable Object value) {
            globals.put(name, value);
            return this;
        }

        /// A global function, from its signature as [basin.jinja.call.Signature#parse] reads it.
        public Builder function(String signature, Function.Body body) {
            Function function = Function.of(signature, body);
            return global(function.name(), function);
        }

        /// A filter of one's own, or in place of a built-in one.
        public Builder filter(String name, Filter filter) {
            filters.put(name, filter);
            return this;
        }

        /// A test of one's own, or in place of a built-in one.
        public Builder test(String name, Test test) {
            tests.put(name, test);
            return this;
        }

        /// Tags that define a named block: `{% tag name(parameters), option, option=value %}body{% endtag %}`, with
        /// parameters and options where there are any. Such a block prints nothing where it stands;
        /// [Template#definitions] has it.
        public Builder blockTags(Collection<String> tags) {
            blockTags.addAll(tags);
            return this;
        }

        /// Tags that nobody knows are left out where they stand outside of all blocks, rather than being mistakes: for
        /// files whose definitions alone count.
        public Builder ignoreUnknownTags() {
            ignoresUnknownTags = true;
            return this;
        }

        /// A global `return(value)`, which ends the macro it is called in and gives its value any type.
        public Builder withReturn() {
            return function("return(data=None)", arguments -> {
                throw new ReturnSignal(arguments.get(0));
            });
        }

        /// What may be done with names that mean nothing. Lenient without this.
        public Builder undefined(UndefinedPolicy policy) {
            undefined = policy;
            return this;
        }

        public Builder limits(Limits some) {
            limits = some;
            return this;
        }

        /// Where `import`, `include` and `extends` find templates. Nowhere without this.
        public Builder loader(Loader some) {
            loader = some;
            return this;
        }

        /// Drops the line end after a block tag.
        public Builder trimBlocks() {
            trimBlocks = true;
            return this;
        }

        /// Drops spaces and tabs between the start of a line and a block tag.
        public Builder lstripBlocks() {
            lstripBlocks = true;
            return this;
        }

        /// Keeps a line end at the very end of a template, which goes otherwise.
        public Builder keepTrailingNewline() {
            keepTrailingNewline = true;
            return this;
        }

        public Environment build() {
            globals.putIfAbsent("range", GlobalFunctions.range(limits));
            globals.putIfAbsent("dict", GlobalFunctions.DICT);
            globals.putIfAbsent("namespace", GlobalFunctions.NAMESPACE);
            globals.putIfAbsent("cycler", GlobalFunctions.CYCLER);
            globals.putIfAbsent("joiner", GlobalFunctions.JOINER);
            return new Environment(this);
        }
    }
}
