package basin.model.resource;

import basin.model.config.Config;

/// A thing that turns into SQL, as its files say it: the template is raw text, the configuration is what
/// `dbt_project.yml` and the YAML beside it say, without what calls of `config()` in the template will add.
///
/// @param config before calls of `config()`; never what the root project imposes on a package
public record Draft(Identity identity, Kind kind, Code code, Documentation documentation, Config config)
        implements Resource {}
