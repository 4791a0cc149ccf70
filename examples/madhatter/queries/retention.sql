-- Of the people who first bought in a quarter, how many percent bought again one, two, four and eight quarters later?
select
    first_bought,
    any_value(people) as people,
    max(percent) filter (where quarters_later = 1) as after_1,
    max(percent) filter (where quarters_later = 2) as after_2,
    max(percent) filter (where quarters_later = 4) as after_4,
    max(percent) filter (where quarters_later = 8) as after_8
from marts.retention_by_quarter
group by first_bought
order by first_bought;
