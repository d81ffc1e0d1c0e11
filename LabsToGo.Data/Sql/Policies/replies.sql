-- The workers redact them, and take in those that no webhook brought.
alter table replies enable row level security;
alter table replies force row level security;
drop policy if exists tenant on replies;
create policy tenant on replies using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on replies from labstogo_api, labstogo_service;
grant select, insert, update, delete on replies to labstogo_api;
grant select, insert, update on replies to labstogo_service;
