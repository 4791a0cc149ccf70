package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.people.Segment;
import basin.app.demo.company.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which channel an order takes: the app takes over from the web shop and the stores as the years go, firms
/// order at wholesale in office hours.
public final class Channels {
    private static final List<Channel> ALL = List.of(Channel.values());

    private final Period period;
    private final List<Odds<Channel>> consumerMonths = new ArrayList<>();
    private final Odds<Channel> business = Odds.of(ALL, Channels::businessWeight);

    public Channels(Period period) {
        this.period = period;
        for (int month = 0; month <= period.days() / 30; month++) {
            double years = month / 12.0;
            consumerMonths.add(Odds.of(ALL, channel -> consumerWeight(channel, years)));
        }
    }

    /// @param hour of the day in UTC
    public Channel pick(Segment segment, LocalDate day, int hour, Dice dice) {
        Channel channel = switch (segment) {
            case CONSUMER -> consumerMonths.get(period.number(day) / 30).pick(dice);
            case BUSINESS -> business.pick(dice);
        };
        return open(channel, day, hour) ? channel : Channel.WEB;
    }

    private static boolean open(Channel channel, LocalDate day, int hour) {
        return switch (channel) {
            case WEB, APP, MARKETPLACE -> true;
            case STORE -> hour >= 10 && hour < 18 && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            case WHOLESALE -> hour >= 7 && hour < 17 && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        };
    }

    private static double consumerWeight(Channel channel, double years) {
        return switch (channel) {
            case WEB -> 44 - 4 * years;
            case APP -> 8 + 7 * years;
            case STORE -> 36 - 5 * years;
            case MARKETPLACE -> 12 + 2 * years;
            case WHOLESALE -> 0;
        };
    }

    private static double businessWeight(Channel channel) {
        return switch (channel) {
            case WEB -> 22;
            case APP -> 2;
            case STORE -> 4;
            case MARKETPLACE -> 4;
            case WHOLESALE -> 68;
        };
    }
}
