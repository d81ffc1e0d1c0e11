-- Why texts are not sent to a number that has a consent; no row where they are. Inlined into the query that calls it, as current_consent is.
create or replace function unreachable(organization uuid, number text) returns table (code int, since timestamptz)
    language sql stable rows 1
as $$
    select u.code, u.since from unreachable_numbers u
    where u.organization_id = organization and u.phone = number and u.cleared_at is null
$$;
