alter table sessions enable row level security;
alter table sessions force row level security;
drop policy if exists tenant on sessions;
create policy tenant on sessions using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on sessions;
create policy lookup on sessions for select using (looking_up('accounts'));
revoke all on sessions from labstogo_api, labstogo_service;
grant select, insert, update, delete on sessions to labstogo_api;
