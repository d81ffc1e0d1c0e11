-- Old entries go from the front, up to the first that is young enough: so the chain of what is left holds, whatever the clock did, and that one is its new beginning.
-- The newest entry stays, however old it is.
create or replace function prune_audit_log(organization uuid, before timestamptz) returns bigint
    language plpgsql security definer set search_path = public
as $$
declare
    pruned bigint;
begin
    perform set_config('app.organization_id', organization::text, true);
    delete from audit_entries where organization_id = organization and number < coalesce(
        (select min(kept.number) from audit_entries kept where kept.organization_id = organization and kept.at >= least(before, now() - interval '6 years')),
        (select head.number from audit_heads head where head.organization_id = organization));
    get diagnostics pruned = row_count;
    return pruned;
end
$$;

revoke execute on function prune_audit_log from public;
grant execute on function prune_audit_log to labstogo_service;
