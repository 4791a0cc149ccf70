package basin.model.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import basin.model.document.Mapping;
import basin.model.document.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `package-lock.yml`: what the packages that a project asks for came down to, and a hash of what it asked
/// for, which is dbt's.
///
/// @param packages with one version or commit each
/// @param hash SHA-1, as 40 hexadecimal digits
record LockFile(List<PackageSpec> packages, String hash) {
    /// Reads the lock file of a project; null if it has none.
    static @Nullable LockFile read(Path folder, Reading reading) {
        Path file = folder.resolve(PackageFile.LOCK);
        Path shownAs = Path.of(PackageFile.LOCK);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            Mapping mapping = reading.parse(Files.readString(file), shownAs);
            String hash = mapping == null ? null : mapping.text("sha1_hash");
            return hash == null ? null : new LockFile(PackageFile.read(file, shownAs, "packages", reading), hash);
        } catch (IOException _) {
            return null;
        }
    }

    /// Writes it.
    void write(Path folder) throws IOException {
        StringBuilder yaml = new StringBuilder("packages:\n");
        for (PackageSpec spec : packages) {
            switch (spec) {
                case PackageSpec.Hub hub ->
                    yaml.append("  - package: ")
                            .append(hub.name())
                            .append("\n    version: ")
                            .append(String.join(", ", hub.versions()))
                            .append('\n');
                case PackageSpec.Git git -> {
                    yaml.append("  - git: ").append(text(git.url())).append('\n');
                    yaml.append("    revision: ")
                            .append(text(String.valueOf(git.revision())))
                            .append('\n');
                    if (git.subdirectory() != null) {
                        yaml.append("    subdirectory: ")
                                .append(text(git.subdirectory()))
                                .append('\n');
                    }
                }
                case PackageSpec.Local local ->
                    yaml.append("  - local: ").append(text(local.path())).append('\n');
                case PackageSpec.Tarball tarball ->
                    yaml.append("  - tarball: ")
                            .append(text(tarball.url()))
                            .append("\n    name: ")
                            .append(tarball.name())
                            .append('\n');
                case PackageSpec.Private named ->
                    yaml.append("  - private: ").append(text(named.name())).append('\n');
            }
        }
        yaml.append("sha1_hash: ").append(hash).append('\n');
        Files.writeString(folder.resolve(PackageFile.LOCK), yaml.toString());
    }

    /// The hash of what is asked for. Each package is JSON with sorted keys, as Python writes it: what it is, with
    /// defaults, and what was written.
    static String hash(List<PackageSpec> asked) {
        StringJoiner text = new StringJoiner("\n");
        asked.stream().map(LockFile::json).sorted().forEach(text::add);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static String json(PackageSpec spec) {
        TreeMap<String, String> written = new TreeMap<>();
        TreeMap<String, String> whole = new TreeMap<>();
        switch (spec) {
            case PackageSpec.Local local -> written.put("local", text(local.path()));
            case PackageSpec.Hub hub -> {
                written.put("package", text(hub.name()));
                written.put(
                        "version",
                        hub.versions().size() == 1 ? text(hub.versions().getFirst()) : texts(hub.versions()));
                whole.put("install_prerelease", String.valueOf(hub.prerelease()));
            }
            case PackageSpec.Git git -> {
                written.put("git", text(git.url()));
                whole.put("revision", "null");
                if (git.revision() != null) {
                    written.put("revision", text(git.revision()));
                }
                whole.put("subdirectory", "null");
                if (git.subdirectory() != null) {
                    written.put("subdirectory", text(git.subdirectory()));
                }
                whole.put("warn-unpinned", "null");
            }
            case PackageSpec.Tarball tarball -> {
                written.put("tarball", text(tarball.url()));
                written.put("name", text(tarball.name()));
            }
            case PackageSpec.Private named -> written.put("private", text(named.name()));
        }
        whole.putAll(written);
        whole.put("unrendered", object(written));
        return object(whole);
    }

    private static String object(TreeMap<String, String> fields) {
        StringJoiner object = new StringJoiner(", ", "{", "}");
        fields.forEach((key, value) -> object.add(text(key) + ": " + value));
        return object.toString();
    }

    private static String texts(List<String> texts) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        texts.forEach(each -> list.add(text(each)));
        return list.toString();
    }

    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
