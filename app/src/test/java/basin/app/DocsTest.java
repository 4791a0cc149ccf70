package basin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import basin.app.build.DocsServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documentation of a dbt project. What a browser makes of it is tested where Chromium is installed.
final class DocsTest {
    private static final String EVIL =
            "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">"
                    + " [here](javascript:document.title='broken') **plain** `{{data}}`";

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void layOut() {
        HatProject hats = HatProject.in(folder);
        hats.write("models/marts/docs.yml", """
                models:
                  - name: dear_hats
                    description: "%s"
                exposures:
                  - name: shop_window
                    type: dashboard
                    owner: {name: Alice}
                    depends_on: [ref('dear_hats')]
                """.formatted(
                        EVIL.replace("\\", "\\\\").replace("\"", "\\\"").replace("{{data}}", "{{ '{{data}}' }}")));
        hats.write("models/marts/dear_hats.sql", "select hat, revenue from {{ ref('hats_sold') }} where orders > 1");
        typed = new Typed(folder);
        typed.basin("build");
        assertThat(typed.basin("docs", "generate").err()).isEmpty();
    }

    @Test
    void thePageHoldsNothingThatIsLoadedFromElsewhere() throws IOException {
        String page = Files.readString(folder.resolve("target/index.html"));

        assertThat(page)
                .contains("default-src 'none'", "<title>hats</title>")
                .doesNotContain("{{style}}", "{{script}}");
        assertThat(page).doesNotContainPattern("<(script|link|img|iframe)[^>]*(src|href)=\"(https?:)?//");
        assertThat(page.split("</script>", -1)).as("its own two, and no more").hasSize(3);
    }

    @Test
    void theBrowserShowsModelsAndWhatTheirColumnsComeFrom() throws Exception {
        assertThat(seen("/"))
                .contains("hats_sold", "raw_orders", "shop_window", "<svg")
                .contains("<title>hats</title>");
        assertThat(seen("/model.hats.hats_sold/revenue"))
                .contains(
                        "Comes from", "stg_orders.price", "raw_orders.price", "aggregation", "unique", "Is decided by");
    }

    @Test
    void theSearchFindsModelsByTheirNamesAndColumns() throws Exception {
        assertThat(main(seen("/search/dear"))).contains("1 result", "dear_hats").doesNotContain("stg_orders");
        assertThat(main(seen("/search/revenue"))).contains("2 results", "dear_hats", "hats_sold");
    }

    @Test
    void aDescriptionIsWordsWhateverItSays() throws Exception {
        String page = main(seen("/model.hats.dear_hats"));

        assertThat(page).contains("&lt;/script&gt;", "&lt;img src=x", "<strong>plain</strong>");
        assertThat(page).doesNotContain("<img", "href=\"javascript");
        assertThat(seen("/model.hats.dear_hats")).contains("<title>dear_hats · hats</title>");
    }

    @Test
    void browsersOfThisMachineAreServedTheDocumentationAndNothingElse() throws IOException {
        try (DocsServer server = DocsServer.start(folder.resolve("target"), 0)) {
            URI address = server.address();

            assertThat(answer(address, "GET /", "localhost"))
                    .startsWith("HTTP/1.1 200")
                    .contains("<!doctype html>");
            assertThat(answer(address, "GET /manifest.json", "127.0.0.1:1234")).startsWith("HTTP/1.1 200");
            assertThat(answer(address, "GET /../dbt_project.yml", "localhost")).startsWith("HTTP/1.1 404");
            assertThat(answer(address, "GET /run_results.json", "localhost")).startsWith("HTTP/1.1 404");
            assertThat(answer(address, "POST /", "localhost")).startsWith("HTTP/1.1 405");
            assertThat(answer(address, "GET /", "elsewhere.example")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whatWasNotGeneratedIsNotServed() throws IOException {
        Files.delete(folder.resolve("target/index.html"));

        assertThat(typed.basin("docs", "serve").err()).contains("there is no documentation yet", "basin docs generate");
    }

    private static String answer(URI address, String request, String host) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    /// The page as it stands in the browser once its script has run, which said nothing to the console.
    private String seen(String place) throws IOException, InterruptedException {
        Optional<Path> chromium = chromium();
        assumeThat(chromium).as("Chromium").isPresent();
        Path said = Files.createTempFile(folder, "chromium", ".log");
        List<String> command = new ArrayList<>(List.of(
                chromium.orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--virtual-time-budget=5000",
                "--user-data-dir=" + folder.resolve("chromium"),
                "--dump-dom",
                folder.resolve("target/index.html").toUri() + "#"
                        + URLEncoder.encode(place, StandardCharsets.UTF_8).replace("%2F", "/")));
        Process process =
                new ProcessBuilder(command).redirectError(said.toFile()).start();
        String page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).doesNotContain("CONSOLE");
        return page;
    }

    private static Optional<Path> chromium() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .flatMap(each -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(each)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
