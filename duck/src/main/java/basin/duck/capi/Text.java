package basin.duck.capi;

import java.lang.foreign.MemorySegment;

/// Texts that DuckDB returns: UTF-8 that ends with a zero byte.
public final class Text {

    private Text() {}

    /// A text that stays DuckDB's; empty for a null pointer.
    public static String read(MemorySegment text) {
        return text.address() == 0 ? "" : text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /// A text that was made for the caller, and is freed.
    public static String take(MemorySegment text) {
        try {
            return read(text);
        } finally {
            DuckApi.FREE.run(text);
        }
    }
}
