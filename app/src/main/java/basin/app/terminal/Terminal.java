package basin.app.terminal;

/// The two screens of a command.
///
/// @param out what was asked for: rows, answers, JSON
/// @param err what is said beside it: problems, notices, progress
public record Terminal(Screen out, Screen err) {

    /// The screens that `surroundings` have, painted as `colours` says.
    public static Terminal of(Surroundings surroundings, ColourChoice colours) {
        return new Terminal(
                screen(surroundings, surroundings.out(), colours), screen(surroundings, surroundings.err(), colours));
    }

    private static Screen screen(Surroundings surroundings, Outlet outlet, ColourChoice colours) {
        return new Screen(outlet, colours.paints(surroundings, outlet), outlet.terminal() && !surroundings.isDumb());
    }
}
