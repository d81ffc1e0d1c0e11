alter table organizations enable row level security;
alter table organizations force row level security;
drop policy if exists tenant on organizations;
create policy tenant on organizations using (id = current_organization()) with check (id = current_organization());
revoke all on organizations from labstogo_api, labstogo_service;
grant select, insert, update, delete on organizations to labstogo_api;
grant select on organizations to labstogo_service;
