alter table messages enable row level security;
alter table messages force row level security;
drop policy if exists tenant on messages;
create policy tenant on messages using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on messages from labstogo_api, labstogo_service;
grant select, insert, update, delete on messages to labstogo_api;
grant select, insert, update on messages to labstogo_service;
