package basin.model.packages;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The index at hub.getdbt.com, or another with the same API (version 1).
public final class HubIndex implements PackageIndex {
    /// Where the index is.
    public static final URI HUB = URI.create("https://hub.getdbt.com/");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final URI hub;
    private final HttpClient http;

    /// @param hub ends with a slash
    public HubIndex(URI hub, HttpClient http) {
        this.hub = hub;
        this.http = http;
    }

    @Override
    public @Nullable Map<String, Release> releases(String name) {
        URI address = hub.resolve("api/v1/" + name + ".json");
        HttpResponse<byte[]> response = get(address);
        if (response.statusCode() == NOT_FOUND) {
            return null;
        }
        refuse(response, address);
        try {
            return read(MAPPER.readTree(response.body()).path("versions"));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.failed("the package index answers with something else than packages", service(address)), e);
        }
    }

    @Override
    public byte[] download(URI archive) {
        HttpResponse<byte[]> response = get(archive);
        refuse(response, archive);
        return response.body();
    }

    private static Map<String, Release> read(JsonNode versions) {
        Map<String, Release> releases = new LinkedHashMap<>();
        versions.properties().forEach(entry -> {
            JsonNode version = entry.getValue();
            Map<String, List<String>> needs = new LinkedHashMap<>();
            for (JsonNode needed : version.path("packages")) {
                if (needed.has("package")) {
                    needs.put(needed.path("package").asText(), texts(needed.path("version")));
                }
            }
            releases.put(
                    entry.getKey(),
                    new Release(
                            version.path("name").asText(),
                            URI.create(version.path("downloads").path("tarball").asText()),
                            needs));
        });
        return releases;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }

    private HttpResponse<byte[]> get(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.interrupted("packages cannot be fetched: the server does not answer", service(address))
                            .because(e.getMessage())
                            .advise("fill the folder 'dbt_packages' elsewhere and bring it along, or try again later"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("fetching packages was cut off", service(address)), e);
        }
    }

    private static void refuse(HttpResponse<byte[]> response, URI address) {
        if (response.statusCode() != OK) {
            throw new ProblemException(Problem.interrupted(
                    "packages cannot be fetched: the server answers with status " + response.statusCode(),
                    service(address)));
        }
    }

    private static Place service(URI address) {
        return new Place.Service(String.valueOf(address.getHost()));
    }
}
