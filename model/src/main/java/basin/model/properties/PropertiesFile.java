package basin.model.properties;

import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.TextFile;

/// A YAML file that describes resources.
///
/// @param project whose it is
/// @param content its outermost mapping
record PropertiesFile(DbtProject project, TextFile file, Mapping content) {

    /// The file in the form of dbt's patch paths: `shop://models/schema.yml`.
    String patchPath() {
        return file.packageName() + "://" + file.originalPath();
    }
}
