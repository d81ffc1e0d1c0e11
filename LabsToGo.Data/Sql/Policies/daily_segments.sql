alter table daily_segments enable row level security;
alter table daily_segments force row level security;
drop policy if exists tenant on daily_segments;
create policy tenant on daily_segments using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on daily_segments from labstogo_api, labstogo_service;
grant select on daily_segments to labstogo_api;
grant select, insert, update, delete on daily_segments to labstogo_service;
