package basin.model.project;

import basin.core.problem.Place;
import java.nio.file.Path;

/// A file of a project, read.
///
/// @param packageName whose it is
/// @param root the resource path it was found below, with `/`: `models`
/// @param path relative to `root`, with `/`: `staging/orders.sql`
/// @param shownAs relative to the root project's folder
public record TextFile(String packageName, String root, String path, Path shownAs, String text) {

    /// Relative to the package's folder: `models/staging/orders.sql`.
    public String originalPath() {
        return root.isEmpty() ? path : root + "/" + path;
    }

    /// The file's name without what follows its last dot: `orders`.
    public String stem() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// A line of the file.
    public Place.InFile line(int number) {
        return new Place.InFile(shownAs, number, 0);
    }

    /// The number of the line that a position of the text is in, from 1.
    public int lineAt(int position) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
