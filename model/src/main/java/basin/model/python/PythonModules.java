package basin.model.python;

import basin.jinja.value.HasAttributes;

/// `modules` in templates.
public final class PythonModules {
    /// All of them.
    public static final HasAttributes ALL = new PythonObject("modules")
            .value("datetime", DatetimeModule.MODULE)
            .value("pytz", PytzModule.MODULE)
            .value("re", ReModule.MODULE)
            .value("itertools", ItertoolsModule.MODULE);

    private PythonModules() {}
}
