package basin.model.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.Environment;
import basin.jinja.error.JinjaException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `modules` answers as Python does.
final class PythonModulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    datetime.datetime(2020, 1, 31, 10) + m.datetime.timedelta(days=1, hours=2)  | 2020-02-01 12:00:00
                    datetime.datetime.strptime('31/12/99 11:05 PM', '%d/%m/%y %I:%M %p')         | 1999-12-31 23:05:00
                    datetime.datetime.strptime('2024-05-06T07:08:09.5', '%Y-%m-%dT%H:%M:%S.%f')  | 2024-05-06 07:08:09.500000
                    datetime.datetime.strptime('6 May 2024', '%d %B %Y').date()                  | 2024-05-06
                    datetime.datetime.fromisoformat('2024-05-06')                                | 2024-05-06 00:00:00
                    datetime.datetime.fromisoformat('2024-05-06 07:08:09+02:00')                 | 2024-05-06 07:08:09+02:00
                    datetime.datetime(2024, 7, 1, tzinfo=m.pytz.timezone('Europe/Berlin')).isoformat() | 2024-07-01T00:00:00+02:00
                    datetime.timedelta(0) + (m.datetime.date(2024, 3, 1) - m.datetime.date(2024, 2, 1))                   | 29 days, 0:00:00
                    datetime.timedelta(weeks=1, minutes=-1)                                      | 6 days, 23:59:00
                    re.match('(?P<word>[a-z]+)-(\\d+)', 'ab-12 ').group('word', 2)               | ('ab', '12')
                    re.match('b', 'ab')                                                          | None
                    re.search('b', 'ab').start()                                                 | 1
                    re.fullmatch('a.', 'abc')                                                    | None
                    re.sub('(a)(b)?', '<\\\\1\\\\2>', 'ab a')                                    | <ab> <a>
                    re.sub('a', 'b', 'aaa', 2)                                                   | bba
                    re.findall('(.)=(.)', 'a=1,b=2')                                             | [('a', '1'), ('b', '2')]
                    re.split(',\\s*', 'a, b,c')                                                  | ['a', 'b', 'c']
                    re.compile('{{([a-z[]+)}', m.re.I).search('{{Ab[}').group(1)                 | Ab[
                    itertools.product([1, 2], ['a', 'b'])                                        | [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
                    itertools.combinations([1, 2, 3], 2)                                         | [(1, 2), (1, 3), (2, 3)]
                    itertools.chain([1], [2, 3])                                                 | [1, 2, 3]
                    itertools.zip_longest([1, 2], [3], fillvalue=0)                              | [(1, 3), (2, 0)]
                    """)
    void answers(String expression, String expected) {
        assertThat(render("{{ m." + expression.strip() + " }}")).isEqualTo(expected.strip());
    }

    @Test
    void aWrongDateIsToldWithItsFormat() {
        assertThatThrownBy(() -> render("{{ m.datetime.datetime.strptime('2024', '%Y-%m') }}"))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("the time '2024' is not of the format '%Y-%m'");
    }

    private static String render(String template) {
        return Environment.standard().template("t", template).render(Map.of("m", PythonModules.ALL));
    }
}
