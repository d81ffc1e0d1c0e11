-- What the ledger says of a number now, the kind of its newest line; no row where nothing was ever said, or all of it was undone. The one place that knows.
-- Inlined into the query that calls it, where it is one look at the front of the index (organization_id, phone, id desc) per number. That is why it returns a table:
-- Postgres inlines no function for a value that holds a sub-select.
create or replace function current_consent(organization uuid, number text) returns table (kind varchar)
    language sql stable rows 1
as $$
    select newest.kind
    from (
        select e.kind from consent_events e
        where e.organization_id = organization and e.phone = number
        order by e.id desc
        limit 1
    ) newest
    where newest.kind <> 'unknown'
$$;
