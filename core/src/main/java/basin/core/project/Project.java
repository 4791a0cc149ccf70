package basin.core.project;

import basin.core.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/// A project folder that was read and found right.
///
/// @param name what `basin.yml` says, or else the folder's name
/// @param folder absolute
/// @param sources ordered by name
public record Project(String name, Path folder, BasinSettings settings, List<SourceDefinition> sources) {

    /// Reads a project with the environment of this process.
    ///
    /// @param folder the project folder
    /// @param types the kinds of sources there are
    /// @throws ProblemException with every mistake in it
    public static Project read(Path folder, List<SourceType> types) {
        return ProjectReading.of(folder, types, System.getenv()).sound();
    }

    /// Where the lake's files are; a folder is absolute.
    public LakeLocation lakeLocation() {
        return settings.lake().location().within(folder);
    }
}
