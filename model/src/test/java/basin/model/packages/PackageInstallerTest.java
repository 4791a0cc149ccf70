package basin.model.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.model.document.ValueTemplates;
import basin.model.fixture.Projects;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages come from a server that speaks as the hub does, and from a repository of git.
final class PackageInstallerTest {
    @TempDir
    private Path folder;

    private final Map<String, byte[]> served = new TreeMap<>();
    private final List<String> progress = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = served.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        release("acme/utils", "1.0.0", "");
        release("acme/utils", "1.2.0", "");
        release("acme/utils", "1.3.0-rc1", "");
        release("acme/utils", "2.0.0", "");
        release("acme/dates", "0.5.0", "{\"package\": \"acme/utils\", \"version\": [\">=1.0.0\", \"<2.0.0\"]}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theNewestVersionThatSuitsAllIsInstalledAndLocked() throws IOException {
        Projects.write(folder, """
                == packages.yml
                packages:
                  - {package: acme/dates, version: 0.5.0}
                  - {package: acme/utils, version: ">=1.1.0"}
                """);

        install(false);

        assertThat(progress).containsExactly("acme/dates 0.5.0", "acme/utils 1.2.0");
        assertThat(folder.resolve("dbt_packages/utils/dbt_project.yml")).hasContent("name: utils # 1.2.0");
        assertThat(Files.readString(folder.resolve("package-lock.yml"))).startsWith("""
                packages:
                  - package: acme/dates
                    version: 0.5.0
                  - package: acme/utils
                    version: 1.2.0
                sha1_hash:\s""");
    }

    @Test
    void theLockFileCountsUntilSomethingElseIsAskedFor() {
        Projects.write(folder, "== packages.yml\npackages: [{package: acme/utils, version: '<2.0.0'}]\n");
        install(false);
        served.clear();
        release("acme/utils", "1.2.0", "");
        release("acme/utils", "1.9.0", "");

        install(false);
        install(true);
        Projects.write(folder, "== packages.yml\npackages: [{package: acme/utils, version: '<1.5.0'}]\n");
        install(false);

        assertThat(progress)
                .containsExactly("acme/utils 1.2.0", "acme/utils 1.2.0", "acme/utils 1.9.0", "acme/utils 1.2.0");
    }

    @Test
    void aRepositoryIsCheckedOutAtItsRevision() throws Exception {
        Path repository = folder.resolve("repository");
        Projects.write(repository, """
                == pkg/dbt_project.yml
                name: 'gitted'
                == pkg/packages.yml
                packages: [{package: acme/utils, version: 1.0.0}]
                """);
        git(repository, "init", "--quiet", "--initial-branch", "main");
        git(repository, "add", ".");
        git(repository, "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "one");
        Projects.write(
                folder,
                "== packages.yml\npackages: [{git: '%s', revision: main, subdirectory: pkg}]\n"
                        .formatted(repository.toUri()));

        install(false);

        assertThat(folder.resolve("dbt_packages/gitted/dbt_project.yml")).exists();
        assertThat(folder.resolve("dbt_packages/utils/dbt_project.yml")).hasContent("name: utils # 1.0.0");
        assertThat(Files.readString(folder.resolve("package-lock.yml"))).containsPattern("revision: \"[0-9a-f]{40}\"");
        assertThat(folder.resolve("dbt_packages").toFile().list()).containsExactlyInAnyOrder("gitted", "utils");
    }

    @Test
    void whatCannotBeHadIsSaidAtItsPlace() {
        assertThat(refusal("packages: [{package: acme/nothing, version: 1.0.0}]"))
                .startsWith("packages.yml:1:12: the index has no package 'acme/nothing'");
        assertThat(refusal("packages: [{package: acme/utils, version: '>3.0.0'}]"))
                .startsWith("packages.yml:1:12: no version of the package 'acme/utils' is [>3.0.0]")
                .contains("why: there are 1.0.0, 1.2.0, 1.3.0-rc1, 2.0.0");
        assertThat(refusal("packages: [{private: acme/secret}]")).contains("name its repository with 'git:'");
        server.stop(0);
        assertThat(refusal("packages: [{package: acme/utils, version: 1.0.0}]"))
                .contains("packages cannot be fetched: the server does not answer");
    }

    @Test
    void anArchiveMayNotWriteOutsideOfItsFolder() throws IOException {
        byte[] archive = tar("pkg/../../evil", "");

        assertThatThrownBy(() -> TarReader.unpack(archive, folder.resolve("in")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
    }

    private String refusal(String packages) {
        Projects.write(folder, "== packages.yml\n" + packages + "\n");
        try {
            install(true);
            return "";
        } catch (ProblemException e) {
            return e.getMessage();
        }
    }

    private void install(boolean upgrade) {
        URI hub = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            new PackageInstaller(folder, "dbt_packages", new HubIndex(hub, http), ValueTemplates.NONE, progress::add)
                    .install(upgrade);
        }
    }

    private void release(String name, String version, String needs) {
        String path = "/api/v1/" + name + ".json";
        byte[] before = served.get(path);
        String others = before == null
                ? ""
                : new String(before, StandardCharsets.UTF_8).replaceAll("^\\{\"versions\": \\{|}}$", "") + ", ";
        String shortName = name.substring(name.indexOf('/') + 1);
        String archive = "/" + shortName + "-" + version + ".tar.gz";
        String release =
                """
                "%s": {"name": "%s", "packages": [%s], "downloads": {"tarball": "http://127.0.0.1:%d%s"}}""".formatted(version, shortName, needs, server.getAddress().getPort(), archive);
        served.put(path, ("{\"versions\": {" + others + release + "}}").getBytes(StandardCharsets.UTF_8));
        try {
            served.put(archive, tar(shortName + "-x/dbt_project.yml", "name: " + shortName + " # " + version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = '0';
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(archive)) {
            out.write(header);
            out.write(bytes);
            out.write(new byte[(512 - bytes.length % 512) % 512 + 1024]);
        }
        return archive.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        assertThat(process.waitFor()).isZero();
    }
}
