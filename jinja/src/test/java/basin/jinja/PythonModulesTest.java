package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import basin.jinja.python.PythonModule;
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
            })
    void giveWhatPythonGives(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void mistakesAreSentences() {
        assertThatThrownBy(() -> value("m.datetime.datetime.strptime('x', '%Y')"))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("time data 'x' does not match the format '%Y'");
        assertThatThrownBy(() -> value("m.datetime.date(2021, 13, 1)")).isInstanceOf(JinjaException.class);
        assertThatThrownBy(() -> value("m.re.match('(', 'x')")).hasMessageContaining("is not a regular expression");
        assertThatThrownBy(() -> value("m.pytz.timezone('Mars')")).hasMessageContaining("no time zone 'Mars'");
    }
}
