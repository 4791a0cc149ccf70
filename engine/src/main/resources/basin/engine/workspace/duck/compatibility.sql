-- Functions that projects written for other databases call, in terms of DuckDB's own. They stand last in the search path
-- of each session: a project's own macros of the same names come first.

-- Dates. Names of date parts may be written without quotes: Dialect puts them in.

CREATE MACRO dateadd(part, amount, moment) AS moment + CASE lower(part)
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
CREATE MACRO timestampadd(part, amount, moment) AS dateadd(part, amount, moment);
CREATE MACRO timestampdiff(part, earlier, later) AS date_diff(part, earlier, later);
CREATE MACRO convert_timezone
    (target, moment) AS moment AT TIME ZONE target,
    (source, target, moment) AS (moment AT TIME ZONE source) AT TIME ZONE target;
CREATE MACRO at_timezone(moment, zone) AS moment AT TIME ZONE zone;
CREATE MACRO with_timezone(moment, zone) AS moment AT TIME ZONE zone;
CREATE MACRO getdate() AS CAST(now() AS TIMESTAMP);
CREATE MACRO sysdate() AS CAST(now() AS TIMESTAMP);
CREATE MACRO to_date
    (text) AS CAST(text AS DATE),
    (text, format) AS CAST(strptime(text, format) AS DATE);
CREATE MACRO dayofweekiso(moment) AS isodow(moment);
CREATE MACRO day_of_week(moment) AS isodow(moment);
CREATE MACRO day_of_year(moment) AS dayofyear(moment);
CREATE MACRO week_of_year(moment) AS weekofyear(moment);
CREATE MACRO year_of_week(moment) AS isoyear(moment);
CREATE MACRO from_unixtime(seconds) AS to_timestamp(seconds);
CREATE MACRO to_unixtime(moment) AS epoch(moment);
CREATE MACRO from_iso8601_date(text) AS CAST(text AS DATE);
CREATE MACRO from_iso8601_timestamp(text) AS CAST(text AS TIMESTAMPTZ);

-- Conditions and nulls.

CREATE MACRO iff(condition, yes, no) AS CASE WHEN condition THEN yes ELSE no END;
CREATE MACRO nvl(value, otherwise) AS coalesce(value, otherwise);
CREATE MACRO nvl2(value, present, absent) AS CASE WHEN value IS NOT NULL THEN present ELSE absent END;
CREATE MACRO zeroifnull(value) AS coalesce(value, 0);
CREATE MACRO nullifzero(value) AS nullif(value, 0);
CREATE MACRO equal_null(a, b) AS a IS NOT DISTINCT FROM b;
CREATE MACRO booland_agg(value) AS bool_and(value);
CREATE MACRO boolor_agg(value) AS bool_or(value);

-- Numbers.

CREATE MACRO div0(a, b) AS CASE WHEN b = 0 THEN 0 ELSE a / b END;
CREATE MACRO safe_divide(a, b) AS a / nullif(b, 0);
CREATE MACRO square(value) AS value * value;
CREATE MACRO approx_distinct(value) AS approx_count_distinct(value);

-- Text.

CREATE MACRO to_varchar(value) AS CAST(value AS VARCHAR);
CREATE MACRO to_char
    (value) AS CAST(value AS VARCHAR),
    (moment, format) AS strftime(moment, format);
CREATE MACRO charindex(part, text) AS strpos(text, part);
CREATE MACRO startswith(text, start) AS starts_with(text, start);
CREATE MACRO endswith(text, ending) AS ends_with(text, ending);
CREATE MACRO initcap(text) AS array_to_string(
    list_transform(string_split(lower(text), ' '), lambda word : upper(word[1]) || word[2:]), ' ');
CREATE MACRO rlike(text, pattern) AS regexp_full_match(text, pattern);
CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern);
CREATE MACRO regexp_substr(text, pattern) AS nullif(regexp_extract(text, pattern), '');
CREATE MACRO strtok(text, separator, number) AS nullif(split_part(text, separator, number), '');
CREATE MACRO sha2
    (text) AS sha256(text),
    (text, bits) AS CASE WHEN bits = 256 THEN sha256(text) ELSE error('sha2 knows 256 bits only') END;

-- JSON and lists.

CREATE MACRO parse_json(text) AS CAST(text AS JSON);
CREATE MACRO try_parse_json(text) AS TRY_CAST(text AS JSON);
CREATE MACRO json_parse(text) AS CAST(text AS JSON);
CREATE MACRO json_format(value) AS CAST(value AS VARCHAR);
CREATE MACRO json_extract_scalar(value, path) AS json_extract_string(value, path);
CREATE MACRO array_size(list) AS len(list);
CREATE MACRO sequence
    (first, last) AS generate_series(first, last),
    (first, last, step) AS generate_series(first, last, step);
