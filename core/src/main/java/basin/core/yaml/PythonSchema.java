package basin.core.yaml;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/// What PyYAML takes plain scalars for: YAML 1.1, but a number with an exponent needs a dot and the exponent a sign.
final class PythonSchema implements Schema, ScalarResolver {
    private static final Set<String> TRUTHS = Set.of(
            "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On", "ON",
            "off", "Off", "OFF");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*(?::[0-5]?[0-9])*)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    @Override
    public ScalarResolver getScalarResolver() {
        return this;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of();
    }

    @Override
    public Tag resolve(String text, Boolean plain) {
        if (!plain) {
            return Tag.STR;
        }
        if (NOTHING.contains(text)) {
            return Tag.NULL;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            if (INTEGER.matcher(text).matches()) {
                return Tag.INT;
            }
            return DECIMAL.matcher(text).matches() ? Tag.FLOAT : Tag.STR;
        }
        if (TRUTHS.contains(text)) {
            return Tag.BOOL;
        }
        return text.equals("<<") ? Tag.MERGE : Tag.STR;
    }
}
