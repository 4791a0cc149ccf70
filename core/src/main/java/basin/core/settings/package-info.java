/// Settings declared once, as records; parser, validation, JSON schema and reference page are all derived from
/// them.
///
/// A setting is a record component with a [basin.core.settings.Doc]: its key in the file is the component's name in
/// `snake_case`, its type says what may be written, and it is required unless it is `@Nullable` or has a
/// [basin.core.settings.Default]. [basin.core.settings.Shape] is that declaration as a value;
/// [basin.core.settings.SettingsBinder], [basin.core.settings.SettingsSchema],
/// [basin.core.settings.SettingsReference] and [basin.core.settings.SettingsExample] are its readers.
///
/// References (`${env:NAME}`, `${secret:NAME}`, `${row.column}`) are followed here and nowhere else. What came from
/// the environment or from a secret is never repeated in a problem.
///
/// This package must never know a particular setting, nor a project's folders.
@NullMarked
package basin.core.settings;

import org.jspecify.annotations.NullMarked;
