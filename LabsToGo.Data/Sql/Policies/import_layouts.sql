alter table import_layouts enable row level security;
alter table import_layouts force row level security;
drop policy if exists tenant on import_layouts;
create policy tenant on import_layouts using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on import_layouts from labstogo_api, labstogo_service;
grant select, insert, update, delete on import_layouts to labstogo_api;
