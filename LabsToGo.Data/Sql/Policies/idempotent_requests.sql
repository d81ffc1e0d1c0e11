alter table idempotent_requests enable row level security;
alter table idempotent_requests force row level security;
drop policy if exists tenant on idempotent_requests;
create policy tenant on idempotent_requests using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on idempotent_requests from labstogo_api, labstogo_service;
grant select, insert, update, delete on idempotent_requests to labstogo_api;
grant select, delete on idempotent_requests to labstogo_service;
