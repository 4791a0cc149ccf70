package basin.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {

    @Test
    void paintsOnATerminal() {
        assertThat(isPainted(true, Map.of("TERM", "xterm"), ColourChoice.AUTO)).isTrue();
    }

    @Test
    void paintsNoFile() {
        assertThat(isPainted(false, Map.of(), ColourChoice.AUTO)).isFalse();
    }

    @Test
    void paintsNothingForThoseWhoSetNoColor() {
        assertThat(isPainted(true, Map.of("NO_COLOR", "1"), ColourChoice.AUTO)).isFalse();
        assertThat(isPainted(true, Map.of("NO_COLOR", ""), ColourChoice.AUTO)).isTrue();
    }

    @Test
    void paintsNothingOnADumbTerminalAndDrawsNoBars() {
        assertThat(isPainted(true, Map.of("TERM", "dumb"), ColourChoice.AUTO)).isFalse();
        assertThat(terminal(true, Map.of("TERM", "dumb"), ColourChoice.AUTO)
                        .out()
                        .isLive())
                .isFalse();
    }

    @Test
    void doesAsItIsTold() {
        assertThat(isPainted(false, Map.of("NO_COLOR", "1"), ColourChoice.ALWAYS))
                .isTrue();
        assertThat(isPainted(true, Map.of(), ColourChoice.NEVER)).isFalse();
    }

    @Test
    void aReaderThatWentAwayIsNoFailure() {
        Screen screen = screenThatFailsWith("Broken pipe");
        screen.line("more than anybody wants to read");

        assertThatThrownBy(screen::flush).isInstanceOf(OutputClosed.class);
    }

    @Test
    void aFullDiskIsOne() {
        Screen screen = screenThatFailsWith("No space left on device");
        screen.line("precious data");

        assertThatThrownBy(screen::flush)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the output cannot be written")
                .hasMessageContaining("No space left on device");
    }

    @Test
    void showsProblemsInInkWithTheirNumber() {
        Shown shown = Shown.painted(80);
        Problem typo = Problem.wrong("unknown mode 'cdd'", new Place.InFile(Path.of("sources/shop.yml"), 4, 7))
                .advise("did you mean 'cdc'?");
        Problem port = Problem.wrong("the port is taken", Place.NOWHERE).because("8080 is in use");

        ProblemView.show(shown.screen(), List.of(typo, port), new SourceLines(Path.of("nowhere")));

        assertThat(shown.text().replace('\u001b', '~')).isEqualTo("""
                        ~[1msources/shop.yml:4:7:~[0m ~[31munknown mode 'cdd'~[0m
                        ~[32m    fix:~[0m did you mean 'cdc'?
                        ~[1mbasin:~[0m ~[31mthe port is taken~[0m
                        ~[2m    why:~[0m 8080 is in use
                        ~[31m2 problems~[0m
                        """);
    }

    private static boolean isPainted(boolean isTerminal, Map<String, String> environment, ColourChoice choice) {
        return terminal(isTerminal, environment, choice).out().isPainted();
    }

    private static Terminal terminal(boolean isTerminal, Map<String, String> environment, ColourChoice choice) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Outlet outlet = isTerminal ? Outlet.terminal(nowhere, 80) : Outlet.plain(nowhere);
        Surroundings surroundings =
                new Surroundings(Path.of("/"), environment, InputStream.nullInputStream(), outlet, outlet, () -> 0);
        return Terminal.of(surroundings, choice);
    }

    private static Screen screenThatFailsWith(String message) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
        return new Screen(Outlet.plain(failing), false, false);
    }
}
