alter table api_keys enable row level security;
alter table api_keys force row level security;
drop policy if exists tenant on api_keys;
create policy tenant on api_keys using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on api_keys;
create policy lookup on api_keys for select using (looking_up('api_keys'));
revoke all on api_keys from labstogo_api, labstogo_service;
grant select, insert, update, delete on api_keys to labstogo_api;
