-- Of several zones with commas between, where it is not certain which one it is, all must allow the instant. Without any, those of the mainland, Alaska and
-- Hawaii.
create or replace function next_allowed(at timestamptz, zone text, opens smallint[], closes smallint[]) returns timestamptz
    language plpgsql stable
as $$
declare
    zones text[] := case when zone <> '' then string_to_array(zone, ',') else array['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'] end;
    moment timestamptz := at;
    latest timestamptz;
begin
    if cardinality(zones) = 1 then
        return next_allowed_in_zone(at, zone, opens, closes);
    end if;
    -- Each round jumps to the latest opening; seven days of seven zones bound the search.
    for round in 1 .. 49 loop
        select max(next_allowed_in_zone(moment, z, opens, closes)) into latest from unnest(zones) z;
        if latest = moment then
            return moment;
        end if;
        moment := latest;
    end loop;
    return 'infinity';
end
$$;
