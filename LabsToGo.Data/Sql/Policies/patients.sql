-- The workers follow an erasure to its end, and change nothing else.
alter table patients enable row level security;
alter table patients force row level security;
drop policy if exists tenant on patients;
create policy tenant on patients using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on patients from labstogo_api, labstogo_service;
grant select, insert, update, delete on patients to labstogo_api;
grant select on patients to labstogo_service;
grant update (erasure_due_at) on patients to labstogo_service;
