-- Moved by the trigger alone, which runs as the owner.
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
drop policy if exists tenant on audit_heads;
create policy tenant on audit_heads using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on audit_heads from labstogo_api, labstogo_service;
grant select on audit_heads to labstogo_api;
