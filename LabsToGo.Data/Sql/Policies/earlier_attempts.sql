alter table earlier_attempts enable row level security;
alter table earlier_attempts force row level security;
drop policy if exists tenant on earlier_attempts;
create policy tenant on earlier_attempts using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on earlier_attempts from labstogo_api, labstogo_service;
grant select, insert on earlier_attempts to labstogo_api;
grant select, insert, update on earlier_attempts to labstogo_service;
