package basin.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void isQuotedOnlyWhereAShellWouldReadItOtherwise() {
        assertThat(ShellWord.of("shop/2026-01.d")).isEqualTo("shop/2026-01.d");
        assertThat(ShellWord.of("my shop")).isEqualTo("'my shop'");
        assertThat(ShellWord.of("Alice's")).isEqualTo("'Alice'\\''s'");
        assertThat(ShellWord.of("$HOME")).isEqualTo("'$HOME'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
