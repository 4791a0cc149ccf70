package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problems;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import basin.core.yaml.YamlScalar;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads settings records by reflection, each class once: the only reflection there is over settings.
final class Declarations {
    private static final ClassValue<Shape.Group> GROUPS = new ClassValue<>() {
        @Override
        protected Shape.Group computeValue(Class<?> type) {
            return group(type.asSubclass(Record.class));
        }
    };

    private Declarations() {}

    static Shape.Group of(Class<? extends Record> settings) {
        return GROUPS.get(settings);
    }

    private static Shape.Group group(Class<? extends Record> record) {
        RecordComponent[] components = record.getRecordComponents();
        List<Setting> settings = new ArrayList<>(components.length);
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            settings.add(setting(components[i]));
            types[i] = components[i].getType();
        }
        try {
            Constructor<? extends Record> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Shape.Group(docOf(record), List.copyOf(settings), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a canonical constructor: " + record, e);
        }
    }

    private static Setting setting(RecordComponent component) {
        String own = docOf(component);
        String doc = own.isEmpty() ? docOf(component.getType()) : own;
        if (doc.isEmpty()) {
            throw rule(component, "needs a @Doc, on itself or on its type: it is the setting's only documentation");
        }
        Shape shape = shape(component, component.getGenericType());
        Default declared = component.getAnnotation(Default.class);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (nullable && declared != null) {
            throw rule(component, "is either @Nullable or has a @Default");
        }
        if (nullable && component.getType().isPrimitive()) {
            throw rule(component, "is primitive and cannot be @Nullable");
        }
        Range range = component.getAnnotation(Range.class);
        if (range != null && !(shape instanceof Shape.Many) && !isNumber(shape)) {
            throw rule(component, "has a @Range, but is neither a number nor a list");
        }
        Matches matches = component.getAnnotation(Matches.class);
        if (matches != null && !(shape instanceof Shape.Single)) {
            throw rule(component, "has a @Matches, but is no single value");
        }
        boolean distinct = component.isAnnotationPresent(Distinct.class);
        if (distinct && !(shape instanceof Shape.Many)) {
            throw rule(component, "is @Distinct, but is no list");
        }
        Example example = component.getAnnotation(Example.class);
        return new Setting(
                snakeCase(component.getName()),
                doc,
                shape,
                !nullable && declared == null,
                declared == null ? null : defaultValue(component, declared.value(), shape),
                declared == null ? null : declared.value(),
                example == null ? null : example.value(),
                range,
                matches,
                distinct);
    }

    private static boolean isNumber(Shape shape) {
        return shape instanceof Shape.Single single
                && List.of("integer", "number").contains(single.type().jsonType());
    }

    private static Shape shape(RecordComponent component, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new Shape.Many(shape(component, arguments[0]));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Shape.Named(shape(component, arguments[1]));
            }
            throw rule(component, "may be a List<...> or a Map<String, ...>, but is " + type.getTypeName());
        }
        if (!(type instanceof Class<?> plain)) {
            throw rule(component, "has a type that no file can hold: " + type.getTypeName());
        }
        ScalarType scalar = ScalarType.of(plain);
        if (scalar != null) {
            return new Shape.Single(scalar);
        }
        if (plain.isEnum()) {
            return word(plain);
        }
        if (plain.isRecord()) {
            return of(plain.asSubclass(Record.class));
        }
        if (plain.isSealed()) {
            return choice(component, plain);
        }
        throw rule(component, "has a type that no file can hold: " + type.getTypeName());
    }

    private static Shape.Word word(Class<?> type) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> docs = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            String word = name.toLowerCase(Locale.ROOT).replace('_', '-');
            values.put(word, constant);
            try {
                String doc = docOf(type.getField(name));
                if (!doc.isEmpty()) {
                    docs.put(word, doc);
                }
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("an enum constant is a field: " + constant, e);
            }
        }
        return new Shape.Word(Collections.unmodifiableMap(values), Collections.unmodifiableMap(docs));
    }

    private static Shape.Choice choice(RecordComponent component, Class<?> type) {
        Map<String, Shape.Group> variants = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            Variant variant = permitted.getAnnotation(Variant.class);
            if (variant == null || !permitted.isRecord()) {
                throw rule(component, "chooses among records with a @Variant, but " + permitted.getName() + " is none");
            }
            variants.put(variant.value(), of(permitted.asSubclass(Record.class)));
        }
        return new Shape.Choice(docOf(type), Collections.unmodifiableMap(variants));
    }

    private static YamlNode defaultValue(RecordComponent component, String text, Shape shape) {
        Path origin = Path.of("@Default");
        if (shape instanceof Shape.Single || shape instanceof Shape.Word) {
            return new YamlScalar(new Place.InFile(origin), text, YamlScalar.Kind.TEXT);
        }
        Problems problems = new Problems();
        YamlNode value = YamlReader.parse(text, origin, problems);
        if (value == null || !problems.isEmpty()) {
            throw rule(component, "has a @Default that is not YAML: " + text);
        }
        return value;
    }

    private static String docOf(AnnotatedElement element) {
        Doc doc = element.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value().strip();
    }

    private static String snakeCase(String camelCase) {
        StringBuilder name = new StringBuilder(camelCase.length() + 4);
        camelCase.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                name.append('_').append((char) Character.toLowerCase(c));
            } else {
                name.append((char) c);
            }
        });
        return name.toString();
    }

    private static IllegalArgumentException rule(RecordComponent component, String rule) {
        return new IllegalArgumentException(
                "the setting %s.%s %s".formatted(component.getDeclaringRecord().getName(), component.getName(), rule));
    }
}
