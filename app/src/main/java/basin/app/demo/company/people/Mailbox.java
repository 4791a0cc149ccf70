package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Mail addresses, all under the domains that RFC 2606 keeps free for examples.
final class Mailbox {
    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

    private Mailbox() {}

    static String of(String given, String family, long person, Dice dice) {
        String name = ascii(given) + "." + ascii(family);
        return (name.length() < 4 ? "customer" : name) + person + "@" + dice.pick(DOMAINS);
    }

    /// The same mailbox as somebody types it who doesn't remember having an account.
    static String rewritten(String address, Dice dice) {
        int at = address.indexOf('@');
        return switch (dice.whole(0, 2)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> address.substring(0, at) + "+hat" + address.substring(at);
            default -> " " + address;
        };
    }

    private static String ascii(String name) {
        return Normalizer.normalize(
                        name.toLowerCase(Locale.ROOT).replace('ł', 'l').replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
    }
}
