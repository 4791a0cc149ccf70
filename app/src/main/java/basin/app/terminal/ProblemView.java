package basin.app.terminal;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemText;
import java.util.List;

/// Problems as people see them: what [ProblemText] says, painted, and their number where there are several.
public final class ProblemView {
    private ProblemView() {}

    /// Writes `problems`, at least one, in their order.
    ///
    /// @param lines of the project that they are in
    public static void show(Screen screen, List<Problem> problems, SourceLines lines) {
        for (Problem problem : problems) {
            show(screen, problem, lines);
        }
        if (problems.size() > 1) {
            screen.line(screen.paint(Ink.RED, Figures.count(problems.size(), "problem")));
        }
        screen.flush();
    }

    private static void show(Screen screen, Problem problem, SourceLines source) {
        boolean placed = !(problem.place() instanceof Place.Nowhere);
        String place = placed ? problem.place().toString() : "basin";
        List<String> lines = ProblemText.of(problem, source).lines().toList();
        String what = placed && lines.getFirst().startsWith(place + ": ")
                ? lines.getFirst().substring(place.length() + 2)
                : lines.getFirst();
        screen.line(screen.paint(Ink.BOLD, place + ":") + " " + screen.paint(Ink.RED, what));
        for (String note : lines.subList(1, lines.size())) {
            screen.line(painted(screen, note));
        }
    }

    private static String painted(Screen screen, String note) {
        Ink ink = note.startsWith("    fix:") ? Ink.GREEN : note.startsWith("    why:") ? Ink.DIM : Ink.PLAIN;
        int label = ink == Ink.PLAIN ? 0 : note.indexOf(':') + 1;
        return screen.paint(ink, note.substring(0, label)) + note.substring(label);
    }
}
