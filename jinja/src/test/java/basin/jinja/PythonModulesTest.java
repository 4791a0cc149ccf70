package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import basin.jinja.python.PythonModule;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `modules.datetime`, `re`, `pytz` and `itertools` as Python has them.
final class PythonModulesTest {
    private static String value(String expression) {
        return Environment.standard().template("t", "{{ " + expression + " }}").render(Map.of("m", PythonModule.all()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "m.datetime.datetime(2020, 1, 2, 3, 4) -> 2020-01-02 03:04:00",
                "[m.datetime.datetime(2020, 1, 2, microsecond=5)] -> [datetime.datetime(2020, 1, 2, 0, 0, 0, 5)]",
                "m.datetime.date(2024, 2, 28) + m.datetime.timedelta(days=2) -> 2024-03-01",
                "m.datetime.date(2024, 3, 1) - m.datetime.date(2024, 2, 1) -> 29 days, 0:00:00",
                "(m.datetime.date(2024, 3, 1) - m.datetime.date(2024, 2, 1)).days -> 29",
                "m.datetime.timedelta(hours=25, minutes=1.5) -> 1 day, 1:01:30",
                "m.datetime.timedelta(days=-1, seconds=1).total_seconds() -> -86399.0",
                "m.datetime.datetime.strptime('07.03.2021 5:06 PM', '%d.%m.%Y %I:%M %p') -> 2021-03-07 17:06:00",
                "m.datetime.datetime.strptime('2021-03-07T01:02:03+0130', '%Y-%m-%dT%H:%M:%S%z') -> 2021-03-07 01:02:03+01:30",
                "m.datetime.datetime(2021, 3, 7).strftime('%a %A %b %B %j %U %W %y %%') -> Sun Sunday Mar March 066 10 09 21 %",
                "m.datetime.datetime(2021, 3, 7, 17).isoformat() -> 2021-03-07T17:00:00",
                "m.datetime.datetime(2021, 3, 7).replace(day=9).weekday() -> 1",
                "m.datetime.date(2021, 1, 3).isocalendar() -> (2020, 53, 7)",
                "m.datetime.datetime(2021, 3, 7) < m.datetime.datetime(2021, 3, 8) -> True",
                "m.datetime.datetime.fromisoformat('2021-03-07 01:02:03') -> 2021-03-07 01:02:03",
                "m.datetime.datetime.now().year > 2000 -> True",
                "m.pytz.timezone('Europe/Berlin').localize(m.datetime.datetime(2021, 7, 1)) -> 2021-07-01 00:00:00+02:00",
                "m.pytz.utc.localize(m.datetime.datetime(2021, 7, 1)).astimezone(m.pytz.timezone('US/Eastern')) -> 2021-06-30 20:00:00-04:00",
                "m.pytz.timezone('US/Eastern').zone -> US/Eastern",
                "m.re.match('a(?P<x>.)', 'abc').group('x') -> b",
                "m.re.match('b', 'abc') is none -> True",
                "m.re.search('b(.)', 'abc').groups() -> ('c',)",
                "m.re.search('b', 'abc').span() -> (1, 2)",
                "m.re.findall('[a-z](\\d)', 'a1b2') -> ['1', '2']",
                "m.re.findall('(.)(\\d)', 'a1b2') -> [('a', '1'), ('b', '2')]",
                "m.re.split('[,;]', 'a,b;c') -> ['a', 'b', 'c']",
                "m.re.sub('(\\w)-(\\w)', '\\\\2+\\\\1', 'a-b $1') -> b+a $1",
                "m.re.compile('a', m.re.IGNORECASE).sub('x', 'aAb') -> xxb",
                "m.re.sub('x', 'y', 'xxx', 2) -> yyx",
                "m.re.fullmatch('a+', 'aab') is none -> True",
                "m.itertools.chain([1], [2, 3])|list -> [1, 2, 3]",
                "m.itertools.product('ab', [1, 2])|list -> [('a', 1), ('a', 2), ('b', 1), ('b', 2)]",
                "m.itertools.combinations([1, 2, 3], 2)|list -> [(1, 2), (1, 3), (2, 3)]",
                "m.itertools.permutations([1, 2])|list -> [(1, 2), (2, 1)]",
                "m.itertools.zip_longest([1, 2], ['a'], fillvalue='-')|list -> [(1, 'a'), (2, '-')]",
                "m.itertools.accumulate([1, 2, 3])|list -> [1, 3, 6]",
                "m.datetime.datetime(2020, 1, 31, 10) + m.datetime.timedelta(days=1, hours=2) -> 2020-02-01 12:00:00",
                "m.datetime.datetime.strptime('31/12/99 11:05 PM', '%d/%m/%y %I:%M %p') -> 1999-12-31 23:05:00",
                "m.datetime.datetime.strptime('2024-05-06T07:08:09.5', '%Y-%m-%dT%H:%M:%S.%f') -> 2024-05-06 07:08:09.500000",
                "m.datetime.datetime.strptime('6 May 2024', '%d %B %Y').date() -> 2024-05-06",
                "m.datetime.datetime.fromisoformat('2024-05-06') -> 2024-05-06 00:00:00",
                "m.datetime.datetime.fromisoformat('2024-05-06 07:08:09+02:00') -> 2024-05-06 07:08:09+02:00",
                "m.datetime.datetime(2024, 7, 1, tzinfo=m.pytz.timezone('Europe/Berlin')).isoformat() -> 2024-07-01T00:00:00+02:00",
                "m.datetime.timedelta(0) + (m.datetime.date(2024, 3, 1) - m.datetime.date(2024, 2, 1)) -> 29 days, 0:00:00",
                "m.datetime.timedelta(weeks=1, minutes=-1) -> 6 days, 23:59:00",
                "m.datetime.date.max -> 9999-12-31",
                "m.datetime.time.min -> 00:00:00",
                "'Europe/Berlin' in m.pytz.all_timezones -> True",
                "m.re.match('(?P<word>[a-z]+)-(\\d+)', 'ab-12 ').group('word', 2) -> ('ab', '12')",
                "m.re.match('b', 'ab') -> None",
                "m.re.search('b', 'ab').start() -> 1",
                "m.re.fullmatch('a.', 'abc') -> None",
                "m.re.sub('(a)(b)?', '<\\\\1\\\\2>', 'ab a') -> <ab> <a>",
                "m.re.sub('a', 'b', 'aaa', 2) -> bba",
                "m.re.findall('(.)=(.)', 'a=1,b=2') -> [('a', '1'), ('b', '2')]",
                "m.re.split(',\\s*', 'a, b,c') -> ['a', 'b', 'c']",
                "m.re.compile('{{([a-z[]+)}', m.re.I).search('{{Ab[}').group(1) -> Ab[",
                "m.re.search('b\\Z', 'ab').start() -> 1",
                "m.itertools.product([1, 2], ['a', 'b']) -> [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]",
                "m.itertools.chain([1], [2, 3]) -> [1, 2, 3]",
                "m.itertools.zip_longest([1, 2], [3], fillvalue=0) -> [(1, 3), (2, 0)]",
            })
    void giveWhatPythonGives(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void mistakesAreSentences() {
        assertThatThrownBy(() -> value("m.datetime.datetime.strptime('x', '%Y')"))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("time data 'x' does not match the format '%Y'");
        assertThatThrownBy(() -> value("m.datetime.datetime.strptime('2024', '%Y-%m')"))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("time data '2024' does not match the format '%Y-%m'");
        assertThatThrownBy(() -> value("m.datetime.date(2021, 13, 1)")).isInstanceOf(JinjaException.class);
        assertThatThrownBy(() -> value("m.re.match('(', 'x')")).hasMessageContaining("is not a regular expression");
        assertThatThrownBy(() -> value("m.pytz.timezone('Mars')")).hasMessageContaining("no time zone 'Mars'");
    }

    @Test
    void timesWithoutAZoneAreThoseOfTheZoneThatCountsAsLocal() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        String rendered = Environment.standard()
                .template(
                        "t", "{{ m.datetime.datetime.fromtimestamp(0) }} {{ m.datetime.datetime.utcfromtimestamp(0) }}")
                .render(Map.of("m", PythonModule.all(tokyo)));
        assertThat(rendered).isEqualTo("1970-01-01 09:00:00 1970-01-01 00:00:00");
    }
}
