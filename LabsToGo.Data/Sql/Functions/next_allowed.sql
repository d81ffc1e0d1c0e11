-- Without a known zone, only an instant that all zones of the mainland, Alaska and Hawaii allow is safe.
create or replace function next_allowed(at timestamptz, zone text, opens smallint[], closes smallint[]) returns timestamptz
    language plpgsql stable
as $$
declare
    zones text[] := array['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'];
    moment timestamptz := at;
    latest timestamptz;
begin
    if zone <> '' then
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
