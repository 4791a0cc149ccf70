package basin.lake;

import basin.lake.storage.LocalPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;

/// Takes away what a table no longer needs: states that nobody reads any more, then every file in its
/// folders that nothing names. The second follows from the first, and clears away what a killed process
/// left as well.
final class Upkeep {
    private final TableHandle handle;

    Upkeep(TableHandle handle) {
        this.handle = handle;
    }

    UpkeepReport run(UpkeepPolicy policy, Instant now) {
        Expiry expiry = handle.ask(() -> Expiry.of(handle.table(), policy, now));
        if (expiry.changesAnything()) {
            handle.commit((transaction, _) -> expiry.applyTo(transaction));
        }
        return handle.ask(() -> sweep(expiry.count()));
    }

    private UpkeepReport sweep(int expired) {
        DelegateFileIO files = handle.storage().files();
        // First what is there, then what is named: a commit in between only adds names.
        List<FileInfo> there = new ArrayList<>();
        files.listPrefix(handle.dataFolder() + "/").forEach(there::add);
        files.listPrefix(handle.metadataFolder() + "/").forEach(there::add);
        handle.table().refresh();
        Set<String> named = named(handle.table());
        List<FileInfo> orphans = there.stream()
                .filter(file -> !named.contains(canonical(file.location())))
                .toList();
        files.deleteFiles(orphans.stream().map(FileInfo::location).toList());
        return new UpkeepReport(
                expired,
                orphans.size(),
                orphans.stream().mapToLong(FileInfo::size).sum());
    }

    private static Set<String> named(Table table) {
        List<String> named = new ArrayList<>();
        named.addAll(ReachableFileUtil.metadataFileLocations(table, false));
        named.addAll(ReachableFileUtil.manifestListLocations(table));
        named.addAll(ReachableFileUtil.statisticsFilesLocations(table));
        table.partitionStatisticsFiles().forEach(statistics -> named.add(statistics.path()));
        Set<String> manifests = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                if (manifests.add(manifest.path())) {
                    addFiles(manifest, table, named);
                }
            }
        }
        named.addAll(manifests);
        Set<String> canonical = new HashSet<>();
        named.forEach(location -> canonical.add(canonical(location)));
        return canonical;
    }

    private static void addFiles(ManifestFile manifest, Table table, List<String> named) {
        try (ManifestReader<? extends ContentFile<?>> files = manifest.content() == ManifestContent.DATA
                ? ManifestFiles.read(manifest, table.io(), table.specs())
                : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
            files.forEach(file -> named.add(file.location()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + manifest.path(), e);
        }
    }

    /// Other engines may spell a path of this machine otherwise.
    private static String canonical(String location) {
        return LocalPaths.isLocal(location) ? LocalPaths.location(LocalPaths.path(location)) : location;
    }
}
