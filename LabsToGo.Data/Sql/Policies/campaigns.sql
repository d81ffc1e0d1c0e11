alter table campaigns enable row level security;
alter table campaigns force row level security;
drop policy if exists tenant on campaigns;
create policy tenant on campaigns using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on campaigns from labstogo_api, labstogo_service;
grant select, insert, update, delete on campaigns to labstogo_api;
grant select, insert, update on campaigns to labstogo_service;
