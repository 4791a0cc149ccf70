package basin.core.settings;

/// A settings file that somebody might write, put together from the settings' own examples: what is required, and
/// what has an example. The file is right: a test of each settings record may hold it against the binder.
public final class SettingsExample {
    private final StringBuilder yaml = new StringBuilder();

    private SettingsExample() {}

    /// The example as YAML, each line with its line break.
    public static String of(Class<? extends Record> settings) {
        SettingsExample example = new SettingsExample();
        example.group(Shape.of(settings), "");
        return example.yaml.toString();
    }

    private void group(Shape.Group group, String indent) {
        group.settings().forEach(setting -> setting(setting, indent));
    }

    private void setting(Setting setting, String indent) {
        if (setting.example() != null) {
            yaml.append(indent).append(setting.written()).append('\n');
        } else if (setting.shape() instanceof Shape.Group inner) {
            nested(setting, inner, "", indent);
        } else if (setting.shape() instanceof Shape.Choice choice) {
            choice.variants().entrySet().stream()
                    .findFirst()
                    .ifPresent(first -> nested(setting, first.getValue(), first.getKey(), indent));
        } else if (setting.required()) {
            yaml.append(indent).append(setting.written()).append('\n');
        }
    }

    /// @param type the word that chooses the group; empty if nothing chooses
    private void nested(Setting setting, Shape.Group inner, String type, String indent) {
        int before = yaml.length();
        yaml.append(indent).append(setting.name()).append(":\n");
        int heading = yaml.length();
        String deeper = indent + "  ";
        if (!type.isEmpty()) {
            yaml.append(deeper)
                    .append(Shape.Choice.KEY)
                    .append(": ")
                    .append(type)
                    .append('\n');
        }
        group(inner, deeper);
        if (yaml.length() == heading) {
            yaml.setLength(before);
        }
    }
}
