package basin.core.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Writes [AllShapes] as JSON, which is YAML too.
final class AllShapesYaml {
    private AllShapesYaml() {}

    static ObjectNode of(AllShapes settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("text", literally(settings.text()));
        json.put("number", settings.number());
        json.put("large_number", settings.largeNumber());
        json.put("fraction", settings.fraction());
        json.put("truth", settings.truth());
        json.put("duration", Durations.format(settings.duration()));
        json.put("size", settings.size().toString());
        json.put("path", settings.path().toString());
        json.put("secret", literally(settings.secret().reveal()));
        json.put("colour", settings.colour().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ArrayNode list = json.putArray("list");
        settings.list().forEach(item -> list.add(literally(item)));
        ObjectNode named = json.putObject("named");
        settings.named().forEach(named::put);
        json.set("group", point(settings.group()));
        ArrayNode groups = json.putArray("groups");
        settings.groups().forEach(point -> groups.add(point(point)));
        ObjectNode form = json.putObject("form");
        switch (settings.form()) {
            case AllShapes.Form.Circle circle -> form.put("type", "circle").put("radius", circle.radius());
            case AllShapes.Form.Square square -> form.put("type", "square").put("width", square.width());
        }
        if (settings.nothing() != null) {
            json.put("nothing", literally(settings.nothing()));
        }
        json.set("standard", point(settings.standard()));
        return json;
    }

    private static ObjectNode point(AllShapes.Point point) {
        return JsonNodeFactory.instance.objectNode().put("x", point.x()).put("y", point.y());
    }

    private static String literally(String text) {
        return text.replace("${", "$${");
    }
}
