package basin.app.terminal;

import java.util.Locale;

/// Whether to paint.
public enum ColourChoice {
    /// On a terminal that understands colours, unless `NO_COLOR` is set (https://no-color.org).
    AUTO,
    /// Also into files and pipes.
    ALWAYS,
    /// Nowhere.
    NEVER;

    boolean paints(Surroundings surroundings, Outlet outlet) {
        return switch (this) {
            case AUTO -> outlet.terminal() && !surroundings.has("NO_COLOR") && !surroundings.isDumb();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    /// As it is written on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
