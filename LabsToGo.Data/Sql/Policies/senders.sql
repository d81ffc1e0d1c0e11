alter table senders enable row level security;
alter table senders force row level security;
drop policy if exists tenant on senders;
create policy tenant on senders using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on senders;
create policy lookup on senders for select using (looking_up('senders'));
revoke all on senders from labstogo_api, labstogo_service;
grant select, insert, update, delete on senders to labstogo_api;
grant select, update on senders to labstogo_service;
