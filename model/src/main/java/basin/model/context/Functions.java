package basin.model.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import basin.jinja.call.Bound;
import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.filter.Json;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Text;
import basin.jinja.python.PythonModule;
import basin.jinja.value.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions among the names of templates that need nothing but their arguments, and the modules of Python.
final class Functions {
    private static final Map<String, Object> FUNCTIONS = new HashMap<>();

    static {
        add("fromjson(string, default=None)", arguments -> {
            try {
                return JsonText.parse(arguments.text(0));
            } catch (IllegalArgumentException notJson) {
                return arguments.get(1);
            }
        });
        add(
                "tojson(value, default=None, sort_keys=False)",
                arguments -> Json.write(arguments.get(0), 0, arguments.truth(2)));
        add("fromyaml(value, default=None)", arguments -> {
            try {
                return Yaml.parse(arguments.text(0));
            } catch (IllegalArgumentException notYaml) {
                return arguments.get(1);
            }
        });
        add(
                "toyaml(value, default=None, sort_keys=False)",
                arguments -> Yaml.write(arguments.get(0), arguments.truth(2)));
        add("local_md5(value)", arguments -> md5(text(arguments.get(0))));
        add("set(iterable, default=None)", arguments -> elements(arguments, false));
        add("set_strict(value)", arguments -> elements(arguments, true));
        add("zip(*args, default=None)", arguments -> zipped(arguments.more()));
        add("zip_strict(*args)", arguments -> zipped(arguments.more()));
        add("diff_of_two_dicts(dict_a, dict_b)", Functions::difference);
        FUNCTIONS.put("modules", PythonModule.all(ZoneId.systemDefault()));
    }

    private Functions() {}

    static @Nullable Object of(String name) {
        return FUNCTIONS.get(name);
    }

    static boolean has(String name) {
        return FUNCTIONS.containsKey(name);
    }

    /// A value as a template prints it.
    static String text(@Nullable Object value) {
        return Text.str(value);
    }

    private static void add(String signature, Function.Body body) {
        Function function = Function.of(signature, body);
        FUNCTIONS.put(function.name(), function);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static @Nullable Object elements(Bound arguments, boolean strict) {
        Object value = arguments.get(0);
        if (!Iteration.isIterable(value)) {
            if (strict) {
                throw JinjaException.of("set_strict() takes something with elements, not " + text(value));
            }
            return arguments.get(1);
        }
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Iteration.of(value).forEachRemaining(set::add);
        return set;
    }

    private static List<Tuple> zipped(List<@Nullable Object> iterables) {
        List<Iterator<@Nullable Object>> iterators = new ArrayList<>();
        iterables.forEach(each -> iterators.add(Iteration.of(each)));
        List<Tuple> rows = new ArrayList<>();
        while (!iterators.isEmpty() && iterators.stream().allMatch(Iterator::hasNext)) {
            List<@Nullable Object> row = new ArrayList<>();
            iterators.forEach(iterator -> row.add(iterator.next()));
            rows.add(Tuple.copyOf(row));
        }
        return rows;
    }

    /// The entries of the first that the second lacks: of lists, the elements. Case of keys and elements does
    /// not count.
    private static Map<Object, List<@Nullable Object>> difference(Bound arguments) {
        Map<Object, List<@Nullable Object>> difference = new HashMap<>();
        if (arguments.get(0) instanceof Map<?, ?> one && arguments.get(1) instanceof Map<?, ?> other) {
            one.forEach((key, values) -> {
                List<@Nullable Object> missing = Iteration.list(values);
                if (other.containsKey(key)) {
                    missing.removeAll(Iteration.list(other.get(key)));
                }
                if (!missing.isEmpty()) {
                    difference.put(key, missing);
                }
            });
        }
        return difference;
    }
}
