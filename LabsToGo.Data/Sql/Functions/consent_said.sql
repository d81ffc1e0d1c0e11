-- The lines of the ledger for a number that count: all but those of an import that was undone, which are as if they had never been said. Its undoing wrote a
-- line with a note, by the same import. Inlined into the query that calls it, as current_consent is.
create or replace function consent_said(organization uuid, number text)
    returns table (id bigint, kind varchar, import_id uuid, occurred_at timestamptz)
    language sql stable
as $$
    select e.id, e.kind, e.import_id, e.occurred_at
    from consent_events e
    where e.organization_id = organization and e.phone = number and (e.import_id is null or not exists (
        select from consent_events undone
        where undone.organization_id = organization and undone.phone = number and undone.import_id is not distinct from e.import_id
            and undone.note is not null))
$$;
