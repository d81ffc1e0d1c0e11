alter table batches enable row level security;
alter table batches force row level security;
drop policy if exists tenant on batches;
create policy tenant on batches using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on batches from labstogo_api, labstogo_service;
grant select, insert, update, delete on batches to labstogo_api;
grant select, insert, update, delete on batches to labstogo_service;
