package basin.model.packages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version of three numbers (semver.org, version 2.0.0), ordered as section 11 there says. What stands
/// behind a `+` does not count.
///
/// @param prerelease what stands behind a `-`: `rc1`; empty for a release
record SemanticVersion(int major, int minor, int patch, String prerelease) implements Comparable<SemanticVersion> {
    private static final Pattern FORM = Pattern.compile(
            "v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:-?([a-zA-Z][0-9A-Za-z.-]*|(?<=-)[0-9A-Za-z.-]+))?(?:\\+.*)?");

    /// Reads a version, or returns null if the text is none. Numbers left out are zero.
    static @Nullable SemanticVersion parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        String prerelease = form.group(4);
        return new SemanticVersion(
                number(form.group(1)),
                number(form.group(2)),
                number(form.group(3)),
                prerelease == null ? "" : prerelease);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// Whether it is more than a trial.
    boolean isRelease() {
        return prerelease.isEmpty();
    }

    @Override
    public int compareTo(SemanticVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        if (minor != other.minor) {
            return Integer.compare(minor, other.minor);
        }
        if (patch != other.patch) {
            return Integer.compare(patch, other.patch);
        }
        if (isRelease() || other.isRelease()) {
            return Boolean.compare(isRelease(), other.isRelease());
        }
        return comparePrereleases(prerelease.split("\\."), other.prerelease.split("\\."));
    }

    private static int comparePrereleases(String[] mine, String[] others) {
        for (int i = 0; i < Math.min(mine.length, others.length); i++) {
            int order = comparePart(mine[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, others.length);
    }

    /// Numbers come before words.
    private static int comparePart(String mine, String other) {
        boolean numeric = mine.matches("\\d{1,9}");
        boolean otherNumeric = other.matches("\\d{1,9}");
        if (numeric && otherNumeric) {
            return Integer.compare(Integer.parseInt(mine), Integer.parseInt(other));
        }
        return numeric == otherNumeric ? mine.compareTo(other) : Boolean.compare(otherNumeric, numeric);
    }
}
