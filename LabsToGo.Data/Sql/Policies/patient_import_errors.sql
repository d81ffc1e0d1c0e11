alter table patient_import_errors enable row level security;
alter table patient_import_errors force row level security;
drop policy if exists tenant on patient_import_errors;
create policy tenant on patient_import_errors using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on patient_import_errors from labstogo_api, labstogo_service;
grant select, insert, update, delete on patient_import_errors to labstogo_api;
