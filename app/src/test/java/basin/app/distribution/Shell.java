package basin.app.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs programs in a folder, with no input, and keeps what they say.
///
/// @param folder where they run
/// @param environment variables beside those of this JVM
record Shell(Path folder, Map<String, String> environment) {

    /// @param exit the exit code
    /// @param output what was written to stdout
    /// @param errors what was written to stderr
    record Outcome(int exit, String output, String errors) {}

    /// A program that was started.
    ///
    /// @param output where its stdout goes
    /// @param errors where its stderr goes
    record Running(Process process, Path output, Path errors) {

        /// Waits for its end.
        Outcome end() throws IOException, InterruptedException {
            int exit = process.waitFor();
            return new Outcome(
                    exit,
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        }

        /// `kill -9`, of what it has started as well.
        void kill() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    Shell with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(folder, more);
    }

    /// Waits for the end of the program.
    Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
        return start(program, arguments).end();
    }

    /// Does not wait.
    Running start(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "stdout", ".txt");
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output, errors);
    }
}
