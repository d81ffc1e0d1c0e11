alter table notable_messages enable row level security;
alter table notable_messages force row level security;
drop policy if exists tenant on notable_messages;
create policy tenant on notable_messages using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on notable_messages from labstogo_api, labstogo_service;
grant select, insert, update, delete on notable_messages to labstogo_api;
grant select, insert, update, delete on notable_messages to labstogo_service;
