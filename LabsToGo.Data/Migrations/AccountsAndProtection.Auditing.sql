-- What an entry's hash is taken over, and the previous entry's hash. Text of a jsonb is the same under every setting of the session.
create function audit_hash(entry audit_entries, previous bytea) returns bytea
    language sql immutable
    return sha256(previous || convert_to(jsonb_build_array(
        entry.organization_id, entry.number, extract(epoch from entry.at), entry.actor_id, entry.actor, entry.action,
        entry.subject_id, entry.outcome, host(entry.address), entry.trace_id)::text, 'UTF8'));

-- Numbers and hashes are given here, under the lock of the organization's head: one writer at a time, until its transaction ends.
-- It runs as the owner, since the Api may not touch the heads.
create function chain_audit_entry() returns trigger
    language plpgsql security definer set search_path = public
as $$
declare
    head audit_heads;
begin
    insert into audit_heads (organization_id, number, hash) values (new.organization_id, 0, '') on conflict do nothing;
    select * into strict head from audit_heads where organization_id = new.organization_id for update;
    new.number := head.number + 1;
    new.at := clock_timestamp();
    new.hash := audit_hash(new, head.hash);
    update audit_heads set number = new.number, hash = new.hash where organization_id = new.organization_id;
    return new;
end
$$;
create trigger chain before insert on audit_entries for each row execute function chain_audit_entry();

-- Old entries go from the front; the first one left is the chain's new beginning.
create function prune_audit_log(organization uuid, before timestamptz) returns bigint
    language plpgsql security definer set search_path = public
as $$
declare
    pruned bigint;
begin
    perform set_config('app.organization_id', organization::text, true);
    delete from audit_entries where organization_id = organization and at < least(before, now() - interval '6 years');
    get diagnostics pruned = row_count;
    return pruned;
end
$$;
revoke execute on function prune_audit_log from public;

create function verify_audit_log(organization uuid) returns table (entries bigint, broken_at bigint, problem text)
    language sql stable
as $$
    with chain as (
        select entry, entry.number, entry.hash,
               lag(entry.number) over in_order as previous_number, lag(entry.hash) over in_order as previous_hash
        from audit_entries entry
        where entry.organization_id = organization
        window in_order as (order by entry.number)
    ),
    breaks as (
        select number,
               case
                   when previous_number is not null and number <> previous_number + 1 then 'entries before it are missing'
                   when previous_hash is not null and hash <> audit_hash(entry, previous_hash) then 'it was changed'
                   when number = 1 and hash <> audit_hash(entry, '') then 'it was changed'
               end as problem
        from chain
        union all
        select head.number, 'entries at the end are missing'
        from audit_heads head
        where head.organization_id = organization
          and head.number > 0
          and not exists (select from audit_entries last where last.organization_id = organization and last.number = head.number and last.hash = head.hash)
    )
    select (select count(*) from chain), first.number, first.problem
    from (select 1) one
    left join lateral (select number, problem from breaks where problem is not null order by number limit 1) first on true
$$;
