alter table patient_imports enable row level security;
alter table patient_imports force row level security;
drop policy if exists tenant on patient_imports;
create policy tenant on patient_imports using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on patient_imports from labstogo_api, labstogo_service;
grant select, insert, update, delete on patient_imports to labstogo_api;
grant select (id, status, completed_at) on patient_imports to labstogo_service;
