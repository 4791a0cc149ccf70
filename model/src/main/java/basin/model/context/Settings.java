package basin.model.context;

import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;

/// `config` in templates: sets settings when called, and answers what they are.
///
/// For one thread.
interface Settings extends Callable, HasAttributes {}
