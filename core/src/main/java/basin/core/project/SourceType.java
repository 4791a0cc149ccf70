package basin.core.project;

import basin.core.settings.Setting;
import basin.core.settings.Shape;
import java.util.List;

/// A kind of source that a project may use.
///
/// @param name the word under `type`, in kebab-case
/// @param settings the connector's own settings; none may be called as one that every source has
public record SourceType(String name, Class<? extends Record> settings) {

    public SourceType {
        List<String> taken = Shape.of(SourceHeader.class).settings().stream()
                .map(Setting::name)
                .toList();
        for (Setting setting : Shape.of(settings).settings()) {
            if (taken.contains(setting.name()) || setting.name().equals("type")) {
                throw new IllegalArgumentException(
                        settings.getName() + " declares '" + setting.name() + "', which every source has already");
            }
        }
    }
}
