package basin.jinja.filter;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Text;
import basin.jinja.value.Undefined;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Filters for HTML and for addresses.
final class MarkupFilters {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<.*?>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?<=^|[\\s(<])(https?://|www\\.)[^\\s<>]*[^\\s<>.,;:!?)\"']");
    private static final Pattern NO_ATTRIBUTE_NAME = Pattern.compile("[\\s/>=]");

    static final FilterTable TABLE = new FilterTable()
            .add("escape(s)", (r, a) -> escaped(Text.str(a.get(0))))
            .alias("e", "escape")
            .alias("forceescape", "escape")
            .add("safe(value)", (r, a) -> Text.str(a.get(0)))
            .add("striptags(value)", (r, a) -> stripped(Text.str(a.get(0))))
            .add("urlencode(value)", (r, a) -> urlEncoded(a.get(0)))
            .add(
                    "urlize(value, trim_url_limit=None, nofollow=False, target=None, rel=None)",
                    (r, a) -> linked(
                            Text.str(a.get(0)),
                            a.get(1) == null ? Integer.MAX_VALUE : a.integer(1),
                            a.truth(2),
                            a.textOrNone(3)))
            .add("xmlattr(d, autospace=True)", (r, a) -> attributes(a.get(0), a.truth(1)));

    private MarkupFilters() {}

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    private static String stripped(String markup) {
        String text = TAG.matcher(COMMENT.matcher(markup).replaceAll("")).replaceAll("");
        return String.join(" ", text.strip().split("\\s+"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String urlEncoded(@Nullable Object value) {
        if (value instanceof String || !Iteration.isIterable(value)) {
            return encoded(Text.str(value), true);
        }
        StringJoiner query = new StringJoiner("&");
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, entry) -> query.add(encoded(Text.str(key), false) + "=" + encoded(Text.str(entry), false)));
        } else {
            Iteration.of(value).forEachRemaining(pair -> {
                List<@Nullable Object> parts = Iteration.list(pair);
                if (parts.size() != 2) {
                    throw JinjaException.of("urlencode needs pairs of a name and a value");
                }
                query.add(encoded(Text.str(parts.getFirst()), false) + "=" + encoded(Text.str(parts.getLast()), false));
            });
        }
        return query.toString();
    }

    private static String encoded(String text, boolean isPath) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
        return isPath ? encoded.replace("+", "%20").replace("%2F", "/") : encoded;
    }

    private static String linked(String text, int longest, boolean noFollow, @Nullable String target) {
        Matcher link = LINK.matcher(escaped(text));
        return link.replaceAll(found -> {
            String url = found.group();
            String shown = url.length() > longest ? url.substring(0, longest) + "..." : url;
            String address = url.startsWith("www.") ? "https://" + url : url;
            String where = target == null ? "" : " target=\"" + escaped(target) + "\"";
            return Matcher.quoteReplacement("<a href=\"" + address + "\" rel=\"" + (noFollow ? "nofollow " : "")
                    + "noopener\"" + where + ">" + shown + "</a>");
        });
    }

    private static String attributes(@Nullable Object value, boolean leadingSpace) {
        if (!(value instanceof Map<?, ?> map)) {
            throw JinjaException.of("xmlattr needs a dict");
        }
        StringJoiner attributes = new StringJoiner(" ");
        map.forEach((key, entry) -> {
            if (entry != null && !(entry instanceof Undefined)) {
                String name = Text.str(key);
                if (NO_ATTRIBUTE_NAME.matcher(name).find()) {
                    throw JinjaException.of("'" + name + "' can not be the name of an attribute");
                }
                attributes.add(escaped(name) + "=\"" + escaped(Text.str(entry)) + "\"");
            }
        });
        return (leadingSpace && attributes.length() > 0 ? " " : "") + attributes;
    }
}
