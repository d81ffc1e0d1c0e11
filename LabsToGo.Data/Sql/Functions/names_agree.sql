-- Whether two people may be one by their names: these are the same apart from case, accents and the order of their words, or one of them has none, or one says
-- less than the other. A nickname or an initial is another name.
create or replace function names_agree(first_name text, last_name text, other_first_name text, other_last_name text) returns boolean
    language plpgsql immutable
as $$
declare
    first text;
    last text;
    other_first text;
    other_last text;
begin
    if first_name = other_first_name and last_name = other_last_name then
        return true;
    end if;
    first := plain_name(first_name);
    last := plain_name(last_name);
    other_first := plain_name(other_first_name);
    other_last := plain_name(other_last_name);
    return first || last = '' or other_first || other_last = ''
        or (first = other_first and first <> '' and (last = '' or other_last = ''))
        or (last = other_last and last <> '' and (first = '' or other_first = ''))
        or array(select unnest(string_to_array(trim(first || ' ' || last), ' ')) order by 1)
            = array(select unnest(string_to_array(trim(other_first || ' ' || other_last), ' ')) order by 1);
end
$$;
