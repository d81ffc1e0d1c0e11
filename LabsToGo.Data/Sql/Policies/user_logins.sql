alter table user_logins enable row level security;
alter table user_logins force row level security;
drop policy if exists tenant on user_logins;
create policy tenant on user_logins using (exists (select from users where users.id = user_id)) with check (exists (select from users where users.id = user_id));
revoke all on user_logins from labstogo_api, labstogo_service;
grant select, insert, update, delete on user_logins to labstogo_api;
