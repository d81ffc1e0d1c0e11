alter table unreachable_numbers enable row level security;
alter table unreachable_numbers force row level security;
drop policy if exists tenant on unreachable_numbers;
create policy tenant on unreachable_numbers using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on unreachable_numbers from labstogo_api, labstogo_service;
grant select, insert, update, delete on unreachable_numbers to labstogo_api;
grant select, insert, update on unreachable_numbers to labstogo_service;
