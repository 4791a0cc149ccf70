package basin.model.packages;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionsTest {
    private static final Place.InFile HERE = new Place.InFile(Path.of("packages.yml"));

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.1",
        "1.9.0, 1.10.0",
        "1.0.0-alpha, 1.0.0",
        "1.0.0-alpha, 1.0.0-alpha.1",
        "1.0.0-alpha.1, 1.0.0-alpha.beta",
        "1.0.0-rc2, 1.0.0-rc3",
        "1.0.0-2, 1.0.0-11",
        "0.9, 1"
    })
    void areOrdered(String lower, String higher) {
        assertThat(version(lower)).isLessThan(version(higher));
    }

    @ParameterizedTest
    @CsvSource({
        "'>=1.0.0,<2.0.0', 1.5.0, true",
        "'>=1.0.0,<2.0.0', 2.0.0, false",
        "1.3.0, 1.3.0, true",
        "=1.3.0, 1.3.1, false",
        ">1.0.0, 1.0.0, false",
        "<=1.0, 1.0.0, true"
    })
    void conditionsHold(String conditions, String version, boolean holds) {
        List<VersionCondition> all = Objects.requireNonNull(VersionCondition.parse(List.of(conditions)));

        assertThat(all.stream().allMatch(condition -> condition.holds(version(version))))
                .isEqualTo(holds);
    }

    /// The hashes stand in lock files that dbt wrote.
    @Test
    void theHashOfWhatIsAskedForIsDbts() {
        assertThat(LockFile.hash(List.of(new PackageSpec.Local("../", HERE))))
                .isEqualTo("de2deba3d66ce03d8c02949013650cc9b94f6030");
        assertThat(LockFile.hash(
                        List.of(new PackageSpec.Hub("dbt-labs/dbt_utils", List.of(">=0.7.3", "<2.0.0"), false, HERE))))
                .isEqualTo("6c40b29313579fa0ad53f0b3f6b4f4779ea77de2");
        assertThat(LockFile.hash(List.of(
                        new PackageSpec.Hub("dbt-labs/dbt_utils", List.of("1.1.1"), false, HERE),
                        new PackageSpec.Hub("godatadriven/dbt_date", List.of("0.10.0"), false, HERE),
                        new PackageSpec.Git("https://github.com/dbt-labs/dbt-audit-helper.git", "main", null, HERE))))
                .isEqualTo("f2a73967505955af30d18f70489a423fd47cdf79");
    }

    private static SemanticVersion version(String text) {
        return Objects.requireNonNull(SemanticVersion.parse(text));
    }
}
