package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The connected products that customers took into use. What is sold at wholesale reports from nobody knows
/// where and is left out.
final class Devices {
    private static final double TAKEN_INTO_USE = 0.64;
    private static final double CLOCK_NEVER_SET = 0.012;
    private static final double MEAN_DAYS_OF_LIFE = 900;
    private static final int DAYS_PER_FIRMWARE = 75;
    private static final Set<String> ON_BATTERY = Set.of("LI", "CL", "HA", "WE", "CR");

    private final Period period;
    private final Catalogue catalogue;
    private final Seed devices;

    Devices(Period period, Catalogue catalogue, Seed seed) {
        this.period = period;
        this.catalogue = catalogue;
        this.devices = seed.of("devices");
    }

    /// Those of one sale.
    List<Device> of(Sale sale) {
        List<Device> all = new ArrayList<>(0);
        for (Line line : sale.order().lines()) {
            Handover handover = sale.handover(line);
            if (handover != null && line.product().connected() && sale.order().channel() != Channel.WHOLESALE) {
                Dice dice = devices.dice(sale.order().id() * 32 + line.no());
                for (int unit = 1; unit <= line.quantity(); unit++) {
                    long activated = handover.at() + (long) (dice.waiting(4) * Period.DAY);
                    if (dice.chance(TAKEN_INTO_USE) && activated <= period.closed()) {
                        all.add(device(sale, line, activated, dice));
                    }
                }
            }
        }
        return all;
    }

    private Device device(Sale sale, Line line, long activated, Dice dice) {
        long dies = Math.min(sentBack(sale, line), activated + (long) (dice.waiting(MEAN_DAYS_OF_LIFE) * Period.DAY));
        long lastSeen = Math.min(Math.max(activated, dies), period.closed() - dice.whole(0, 6 * Period.HOUR));
        boolean faulty = catalogue.faulty(line.product(), sale.order().day());
        boolean onBattery = ON_BATTERY.contains(line.product().category().code());
        long inUse = Math.max(0, lastSeen - activated);
        return new Device(
                dice.uuid(),
                line.product().sku().substring(3) + "/" + HexFormat.of().toHexDigits(dice.bits(), 6),
                line,
                (dice.bits() & 0x0000_00FF_FFFFL) | 0x02A7_CB00_0000L,
                dice.chance(CLOCK_NEVER_SET) ? 0 : activated,
                Math.max(activated, lastSeen),
                firmware(lastSeen),
                onBattery ? Math.round(dice.between(2, 100)) : Double.NaN,
                (long) (inUse * dice.fraction()),
                (int) dice.waiting(faulty ? 60 : 1.5));
    }

    /// When the customer had enough of it; long after everything if never.
    private static long sentBack(Sale sale, Line line) {
        return sale.returns().stream()
                .filter(sentBack -> sentBack.line().no() == line.no())
                .mapToLong(Return::requested)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /// The version that was newest when the device was last heard of.
    private String firmware(long lastSeen) {
        int releases = Math.max(0, period.number(Period.dayOf(lastSeen))) / DAYS_PER_FIRMWARE;
        return (2 + releases / 5) + "." + releases % 5 + ".0";
    }
}
