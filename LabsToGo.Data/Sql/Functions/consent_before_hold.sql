-- What counts again of a number when its hold ends as if it had not been: the newest line that counts and is no hold, 'unknown' where there is none.
create or replace function consent_before_hold(organization uuid, number text) returns table (kind varchar)
    language sql stable rows 1
as $$
    select coalesce((select said.kind from consent_said(organization, number) said where said.kind <> 'held' order by said.id desc limit 1), 'unknown')
$$;
