alter table users enable row level security;
alter table users force row level security;
drop policy if exists tenant on users;
create policy tenant on users using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on users;
create policy lookup on users for select using (looking_up('accounts'));
revoke all on users from labstogo_api, labstogo_service;
grant select, insert, update, delete on users to labstogo_api;
