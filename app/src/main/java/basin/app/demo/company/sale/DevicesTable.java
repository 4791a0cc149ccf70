package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import basin.app.demo.company.time.Period;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

public record DevicesTable(Sales sales, Period period, Catalogue catalogue, Seed seed) implements Table {

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "serial",
                "product_id",
                "order_id",
                "line_no",
                "mac",
                "activated_at",
                "last_seen_at",
                "firmware",
                "battery_percent",
                "uptime",
                "errors");
    }

    @Override
    public long expectedRows() {
        return Math.round(sales.count() * 1.01);
    }

    @Override
    public void write(CopyText out) throws IOException {
        Devices devices = new Devices(period, catalogue, seed);
        for (long number = 1; number <= sales.count(); number++) {
            for (Device device : devices.of(sales.at(number))) {
                write(number, device, out);
            }
        }
    }

    private static void write(long order, Device device, CopyText out) throws IOException {
        out.uuid(device.id())
                .text(device.serial())
                .whole(device.line().product().id())
                .whole(order)
                .whole(device.line().no())
                .text(HexFormat.of().toHexDigits(device.mac(), 12))
                .instant(device.activated())
                .instant(device.lastSeen())
                .text(device.firmware())
                .real(device.battery())
                .text(device.uptime() / Period.SECOND + " seconds")
                .whole(device.errors())
                .end();
    }
}
