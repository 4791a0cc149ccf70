package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which JDK is taken where there are several.
final class JdkSearchIT {
    private static final Path PRESENT = Path.of(System.getProperty("java.home"));
    private static final Path SEARCH = Path.of("target/basin/bin/find-jdk.sh").toAbsolutePath();

    @TempDir
    Path home;

    @BeforeEach
    void aJdkWhereItsManagerPutsIt() throws IOException {
        Path managed = Files.createDirectories(home.resolve(".sdkman/candidates/java"));
        Files.createSymbolicLink(managed.resolve("25-tem"), PRESENT);
    }

    @Test
    void javaHomeComesFirst() throws IOException, InterruptedException {
        assertThat(found(PRESENT)).isEqualTo(PRESENT);
    }

    @Test
    void anOldJavaHomeIsPassedOverForANewerJdkElsewhere() throws IOException, InterruptedException {
        Path old = jdk("old", "17.0.15");

        Path found = found(old);

        assertThat(found).isNotEqualTo(old);
        assertThat(Files.readString(found.resolve("release"))).containsPattern("JAVA_VERSION=\"(2[5-9]|[3-9]\\d)");
    }

    @Test
    void anOldNumberingOfVersionsIsOldAsWell() throws IOException, InterruptedException {
        Path ancient = jdk("ancient", "1.8.0_412");

        assertThat(found(ancient)).isNotEqualTo(ancient);
    }

    @Test
    void aNewerJdkThanNeededIsTakenAtItsWord() throws IOException, InterruptedException {
        Path later = jdk("later on", "31-ea");

        assertThat(found(later)).isEqualTo(later);
    }

    private Path found(Path javaHome) throws IOException, InterruptedException {
        Shell shell = new Shell(home, Map.of("JAVA_HOME", javaHome.toString(), "HOME", home.toString()));
        Path script = Files.writeString(home.resolve("search.sh"), "set -eu; . \"$1\"; find_jdk java; echo \"$JDK\"");
        Shell.Outcome outcome = shell.run(Path.of("/bin/sh"), script.toString(), SEARCH.toString());
        assertThat(outcome.errors()).isEmpty();
        return Path.of(outcome.output().strip());
    }

    /// What looks like a JDK to whoever does not run it.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = home.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.createSymbolicLink(jdk.resolve("bin/java"), PRESENT.resolve("bin/java"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}
