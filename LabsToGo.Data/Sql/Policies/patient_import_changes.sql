-- The workers forget what patients were before, once the import can't be undone any more.
alter table patient_import_changes enable row level security;
alter table patient_import_changes force row level security;
drop policy if exists tenant on patient_import_changes;
create policy tenant on patient_import_changes using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on patient_import_changes from labstogo_api, labstogo_service;
grant select, insert, update, delete on patient_import_changes to labstogo_api;
grant select, delete on patient_import_changes to labstogo_service;
