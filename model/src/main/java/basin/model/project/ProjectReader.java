package basin.model.project;

import basin.core.problem.Place;
import basin.model.document.Findings;
import basin.model.document.ValueTemplates;
import basin.model.packages.InstalledPackages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a root project, its profile, and the `dbt_project.yml` of each of its packages.
final class ProjectReader {
    private final ProjectOptions options;
    private final Findings findings;

    ProjectReader(ProjectOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /// @return null if the root project or its profile is wrong, which is then a mistake
    @Nullable
    ProjectTree read() {
        ValueTemplates withoutTarget = new YamlTemplates(options.environment(), options.vars(), null);
        DbtProjectReader file = DbtProjectReader.of(options.folder(), Path.of(""), findings);
        if (file == null) {
            return null;
        }
        String name = file.name();
        if (name == null) {
            return null;
        }
        String named = options.profile() != null ? options.profile() : file.profile(withoutTarget);
        Target target = new ProfileReader(options, withoutTarget, findings).read(named == null ? name : named);
        if (target == null) {
            return null;
        }
        ValueTemplates templates = new YamlTemplates(options.environment(), options.vars(), target);
        DbtProject root = file.read(templates);
        return root == null
                ? null
                : new ProjectTree(root, packages(root, templates), target, options.vars(), options.environment());
    }

    private Map<String, DbtProject> packages(DbtProject root, ValueTemplates templates) {
        Map<String, DbtProject> packages = new LinkedHashMap<>();
        for (InstalledPackages.Folder folder :
                InstalledPackages.find(root.folder(), root.packagesFolder(), templates, findings)) {
            DbtProjectReader file = DbtProjectReader.of(folder.path(), folder.shownAs(), findings);
            DbtProject found = file == null ? null : file.read(templates);
            if (found == null) {
                continue;
            }
            DbtProject same = found.name().equals(root.name()) ? root : packages.putIfAbsent(found.name(), found);
            if (same != null && !folder.local()) {
                findings.mistake(
                        "there are two projects of the name '" + found.name() + "'",
                        new Place.InFile(folder.shownAs().resolve(DbtProject.FILE)),
                        "keep one of them");
            }
        }
        return packages;
    }
}
