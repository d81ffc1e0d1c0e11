-- Numbers and hashes are given here, under the lock of the organization's head: one writer at a time, until its transaction ends.
-- It runs as the owner, since the Api may not touch the heads.
create or replace function chain_audit_entry() returns trigger
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

create or replace trigger chain before insert on audit_entries for each row execute function chain_audit_entry();
