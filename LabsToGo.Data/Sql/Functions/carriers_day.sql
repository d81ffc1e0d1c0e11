-- Carriers count by the day of California (LabsToGo.Domain.Senders.DailyCap).
create or replace function carriers_day() returns date
    language sql stable
as $$
    select (now() at time zone 'America/Los_Angeles')::date
$$;
