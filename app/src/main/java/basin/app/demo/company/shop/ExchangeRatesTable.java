package basin.app.demo.company.shop;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import basin.app.demo.company.time.Period;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

public record ExchangeRatesTable(ExchangeRates rates, Period period) implements Table {

    @Override
    public String name() {
        return "exchange_rates";
    }

    @Override
    public List<String> columns() {
        return List.of("currency", "day", "per_euro");
    }

    @Override
    public long expectedRows() {
        return rates.currencies().size() * (period.days() * 5L / 7);
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (String currency : rates.currencies()) {
            for (int number = 0; number < period.days(); number++) {
                LocalDate day = period.day(number);
                if (ExchangeRates.published(day)) {
                    out.text(currency)
                            .date(day)
                            .decimal(rates.rate(currency, day), 6)
                            .end();
                }
            }
        }
    }
}
