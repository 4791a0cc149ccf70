package basin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a process cost, as the Linux kernel counts it (proc(5): `stat` and `status`).
///
/// @param seconds    from its start to its end
/// @param cpuSeconds of all its threads, user and system
/// @param peakBytes  its largest resident set
record Measured(double seconds, double cpuSeconds, long peakBytes) {

    private static final double TICKS_PER_SECOND = 100;

    /// Runs a command to its end, its output going to `log`, and counts what it costs.
    static Measured run(List<String> command, Path folder, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Measured last = new Measured(0, 0, 0);
        do {
            last = new Measured(0, Math.max(last.cpuSeconds, cpu(process)), Math.max(last.peakBytes, peak(process)));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "exit code " + process.exitValue() + " of " + command + ":\n" + Files.readString(log));
        }
        return new Measured(seconds, last.cpuSeconds, last.peakBytes);
    }

    private static double cpu(Process process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long peak(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kib -> Long.parseLong(kib) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
