alter table stored_files enable row level security;
alter table stored_files force row level security;
drop policy if exists tenant on stored_files;
create policy tenant on stored_files using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on stored_files;
create policy lookup on stored_files for select using (looking_up('files'));
revoke all on stored_files from labstogo_api, labstogo_service;
grant select, insert, update, delete on stored_files to labstogo_api;
