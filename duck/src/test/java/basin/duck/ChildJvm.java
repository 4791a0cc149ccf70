package basin.duck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A process of its own, with the class path of the tests, for what a test must not do to the process it runs in.
///
/// @param exit   what it exited with
/// @param output what it wrote, to either stream
record ChildJvm(int exit, String output) {

    /// Runs a main class to its end.
    ///
    /// @param shell a command that ends by running what it is given as its arguments, as in `ulimit -f 1; exec
    ///     "$@"`
    static ChildJvm run(String shell, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ChildJvm(process.waitFor(), output);
    }
}
