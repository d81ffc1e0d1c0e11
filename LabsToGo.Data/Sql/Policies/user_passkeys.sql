alter table user_passkeys enable row level security;
alter table user_passkeys force row level security;
drop policy if exists tenant on user_passkeys;
create policy tenant on user_passkeys using (exists (select from users where users.id = user_id)) with check (exists (select from users where users.id = user_id));
revoke all on user_passkeys from labstogo_api, labstogo_service;
grant select, insert, update, delete on user_passkeys to labstogo_api;
