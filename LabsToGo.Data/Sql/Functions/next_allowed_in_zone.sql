-- The first instant, not before "at", that lies in the allowed hours of a zone; "at" itself when it does.
-- Hours are minutes since local midnight, Sunday first: from opens until before closes; equal ones close the day.
-- By the database's clock and time zones.
create or replace function next_allowed_in_zone(at timestamptz, zone text, opens smallint[], closes smallint[]) returns timestamptz
    language plpgsql stable
as $$
declare
    wall timestamp := at at time zone zone;
    midnight timestamp := date_trunc('day', wall);
    minute int := extract(hour from wall) * 60 + extract(minute from wall);
    day int := extract(dow from wall);
    opening timestamptz;
begin
    if minute >= opens[day + 1] and minute < closes[day + 1] then
        return at;
    end if;
    for ahead in 0 .. 7 loop
        if closes[(day + ahead) % 7 + 1] > opens[(day + ahead) % 7 + 1] then
            opening := (midnight + make_interval(days => ahead, mins => opens[(day + ahead) % 7 + 1])) at time zone zone;
            if opening > at then
                return opening;
            end if;
        end if;
    end loop;
    return 'infinity';
end
$$;
