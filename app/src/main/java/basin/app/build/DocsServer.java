package basin.app.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.artifact.Catalog;
import basin.model.artifact.Lineage;
import basin.model.artifact.Manifest;
import basin.model.site.Site;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Shows the documentation of a project to browsers on this machine, as the files are at each moment.
public final class DocsServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    /// By the path in the address: nothing else of the folder is shown.
    private static final Map<String, String> FILES = Map.of(
            "/",
            Site.FILE,
            "/" + Site.FILE,
            Site.FILE,
            "/" + Manifest.FILE,
            Manifest.FILE,
            "/" + Catalog.FILE,
            Catalog.FILE,
            "/" + Lineage.FILE,
            Lineage.FILE);

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    private final HttpServer server;
    private final Path folder;

    private DocsServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /// Starts to show the files of a folder.
    ///
    /// @param port 0 for any that is free
    /// @throws ProblemException if the port is taken
    public static DocsServer start(Path folder, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            DocsServer docs = new DocsServer(server, folder);
            server.createContext("/", docs::answer);
            server.start();
            return docs;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("nothing can be served at port " + port, Place.NOWHERE)
                            .because(String.valueOf(e.getMessage()))
                            .advise("choose another with --port"),
                    e);
        }
    }

    /// Where browsers find it.
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A page from elsewhere may make its own name mean this machine, and then read what is here.
            String host =
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
            String file = FILES.get(exchange.getRequestURI().getPath());
            if (!HOSTS.contains(host.replaceFirst(":[0-9]+$", ""))) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
            } else if (file == null || !Files.isRegularFile(folder.resolve(file))) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else {
                byte[] content = Files.readAllBytes(folder.resolve(file));
                String type = file.equals(Site.FILE) ? "text/html; charset=utf-8" : "application/json";
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                exchange.sendResponseHeaders(OK, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
