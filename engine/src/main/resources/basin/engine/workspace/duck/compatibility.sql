-- Functions that projects written for other databases call, in terms of DuckDB's own. Each session has them as
-- temporary macros; a project's own macros of the same names come first.

-- Dates. Names of date parts may be written without quotes: Dialect puts them in.

CREATE TEMP MACRO dateadd(part, amount, moment) AS moment + CASE lower(part)
    WHEN 'year' THEN to_years(CAST(amount AS INTEGER))
    WHEN 'quarter' THEN to_months(3 * CAST(amount AS INTEGER))
    WHEN 'month' THEN to_months(CAST(amount AS INTEGER))
    WHEN 'week' THEN to_days(7 * CAST(amount AS INTEGER))
    WHEN 'day' THEN to_days(CAST(amount AS INTEGER))
    WHEN 'hour' THEN to_hours(CAST(amount AS BIGINT))
    WHEN 'minute' THEN to_minutes(CAST(amount AS BIGINT))
    WHEN 'second' THEN to_seconds(amount)
    WHEN 'millisecond' THEN to_milliseconds(amount)
    WHEN 'microsecond' THEN to_microseconds(CAST(amount AS BIGINT))
    ELSE error('dateadd knows no part ''' || part || '''') END;
CREATE TEMP MACRO timestampadd(part, amount, moment) AS dateadd(part, amount, moment);
CREATE TEMP MACRO timestampdiff(part, earlier, later) AS date_diff(part, earlier, later);
CREATE TEMP MACRO convert_timezone
    (target, moment) AS moment AT TIME ZONE target,
    (source, target, moment) AS (moment AT TIME ZONE source) AT TIME ZONE target;
CREATE TEMP MACRO at_timezone(moment, zone) AS moment AT TIME ZONE zone;
CREATE TEMP MACRO with_timezone(moment, zone) AS moment AT TIME ZONE zone;
CREATE TEMP MACRO getdate() AS CAST(now() AS TIMESTAMP);
CREATE TEMP MACRO sysdate() AS CAST(now() AS TIMESTAMP);
CREATE TEMP MACRO to_date
    (text) AS CAST(text AS DATE),
    (text, format) AS CAST(strptime(text, format) AS DATE);
CREATE TEMP MACRO dayofweekiso(moment) AS isodow(moment);
CREATE TEMP MACRO day_of_week(moment) AS isodow(moment);
CREATE TEMP MACRO day_of_year(moment) AS dayofyear(moment);
CREATE TEMP MACRO week_of_year(moment) AS weekofyear(moment);
CREATE TEMP MACRO year_of_week(moment) AS isoyear(moment);
CREATE TEMP MACRO from_unixtime(seconds) AS to_timestamp(seconds);
CREATE TEMP MACRO to_unixtime(moment) AS epoch(moment);
CREATE TEMP MACRO from_iso8601_date(text) AS CAST(text AS DATE);
CREATE TEMP MACRO from_iso8601_timestamp(text) AS CAST(text AS TIMESTAMPTZ);

-- Conditions and nulls.

CREATE TEMP MACRO iff(condition, yes, no) AS CASE WHEN condition THEN yes ELSE no END;
CREATE TEMP MACRO nvl(value, otherwise) AS coalesce(value, otherwise);
CREATE TEMP MACRO nvl2(value, present, absent) AS CASE WHEN value IS NOT NULL THEN present ELSE absent END;
CREATE TEMP MACRO zeroifnull(value) AS coalesce(value, 0);
CREATE TEMP MACRO nullifzero(value) AS nullif(value, 0);
CREATE TEMP MACRO equal_null(a, b) AS a IS NOT DISTINCT FROM b;
CREATE TEMP MACRO booland_agg(value) AS bool_and(value);
CREATE TEMP MACRO boolor_agg(value) AS bool_or(value);

-- Numbers.

CREATE TEMP MACRO div0(a, b) AS CASE WHEN b = 0 THEN 0 ELSE a / b END;
CREATE TEMP MACRO safe_divide(a, b) AS a / nullif(b, 0);
CREATE TEMP MACRO square(value) AS value * value;
CREATE TEMP MACRO approx_distinct(value) AS approx_count_distinct(value);

-- Text.

CREATE TEMP MACRO to_varchar(value) AS CAST(value AS VARCHAR);
CREATE TEMP MACRO to_char
    (value) AS CAST(value AS VARCHAR),
    (moment, format) AS strftime(moment, format);
CREATE TEMP MACRO charindex(part, text) AS strpos(text, part);
CREATE TEMP MACRO startswith(text, start) AS starts_with(text, start);
CREATE TEMP MACRO endswith(text, ending) AS ends_with(text, ending);
CREATE TEMP MACRO initcap(text) AS array_to_string(
    list_transform(string_split(lower(text), ' '), lambda word : upper(word[1]) || word[2:]), ' ');
CREATE TEMP MACRO rlike(text, pattern) AS regexp_full_match(text, pattern);
CREATE TEMP MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern);
CREATE TEMP MACRO regexp_substr(text, pattern) AS nullif(regexp_extract(text, pattern), '');
CREATE TEMP MACRO strtok(text, separator, number) AS nullif(split_part(text, separator, number), '');
CREATE TEMP MACRO sha2
    (text) AS sha256(text),
    (text, bits) AS CASE WHEN bits = 256 THEN sha256(text) ELSE error('sha2 knows 256 bits only') END;

-- JSON and lists.

CREATE TEMP MACRO parse_json(text) AS CAST(text AS JSON);
CREATE TEMP MACRO try_parse_json(text) AS TRY_CAST(text AS JSON);
CREATE TEMP MACRO json_parse(text) AS CAST(text AS JSON);
CREATE TEMP MACRO json_format(value) AS CAST(value AS VARCHAR);
CREATE TEMP MACRO json_extract_scalar(value, path) AS json_extract_string(value, path);
CREATE TEMP MACRO array_size(list) AS len(list);
CREATE TEMP MACRO sequence
    (first, last) AS generate_series(first, last),
    (first, last, step) AS generate_series(first, last, step);
