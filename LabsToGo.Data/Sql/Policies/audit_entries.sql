-- The log only grows; what is old goes by prune_audit_log alone.
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
drop policy if exists tenant on audit_entries;
create policy tenant on audit_entries using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on audit_entries from labstogo_api, labstogo_service;
grant select, insert on audit_entries to labstogo_api;
