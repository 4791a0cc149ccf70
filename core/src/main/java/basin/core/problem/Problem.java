package basin.core.problem;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong, said so that its reader can act on it without asking anybody.
///
/// `what` and the others are single sentences in plain words, starting in lower case and without a final full stop,
/// since they are shown behind a place: `sources/shop.yml:4:7: unknown mode 'cdd'; one of cdc, incremental, full`.
/// They never hold a secret, nor a value that came from a reference to one.
///
/// @param what what is wrong, with the offending word in single quotes
/// @param place where it is; [Place.Nowhere] if it has no place
/// @param why what was expected, or what the other side answered; null if `what` says it all
/// @param remedy what to do about it; null if that is evident
/// @param kind whether waiting helps
/// @param exit what the command that met it exits with
public record Problem(
        String what,
        Place place,
        @Nullable String why,
        @Nullable String remedy,
        Kind kind,
        Exit exit) {

    /// What a retry can be expected to do.
    public enum Kind {
        /// Waiting helps: the server was restarting, the network was down, a limit was reached.
        TRANSIENT,
        /// Somebody must act first; trying again as it is fails again.
        ACTION,
        /// Nobody knows whether it happened: the connection was cut between a request and its answer. Look before
        /// trying again.
        UNKNOWN
    }

    /// What the process that met the problem exits with.
    public enum Exit {
        /// Something failed that was asked for correctly.
        FAILED(1),
        /// The project or the arguments are wrong; nothing was tried.
        WRONG(2);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        /// The exit code of the process: 1 or 2.
        public int code() {
            return code;
        }
    }

    /// The project or the arguments are wrong: somebody must correct them.
    public static Problem wrong(String what, Place place) {
        return new Problem(what, place, null, null, Kind.ACTION, Exit.WRONG);
    }

    /// Something failed, and will fail again until somebody acts.
    public static Problem failed(String what, Place place) {
        return new Problem(what, place, null, null, Kind.ACTION, Exit.FAILED);
    }

    /// Something failed that may well succeed later.
    public static Problem interrupted(String what, Place place) {
        return new Problem(what, place, null, null, Kind.TRANSIENT, Exit.FAILED);
    }

    /// Something was asked for, and the answer never came: it may or may not have happened.
    public static Problem uncertain(String what, Place place) {
        return new Problem(what, place, null, null, Kind.UNKNOWN, Exit.FAILED);
    }

    /// The same problem with its reason; null takes the reason away.
    public Problem because(@Nullable String reason) {
        return new Problem(what, place, reason, remedy, kind, exit);
    }

    /// The same problem with what to do about it; null takes the advice away.
    public Problem advise(@Nullable String advice) {
        return new Problem(what, place, why, advice, kind, exit);
    }

    /// The same problem, seen from another place.
    public Problem at(Place other) {
        return new Problem(what, other, why, remedy, kind, exit);
    }
}
