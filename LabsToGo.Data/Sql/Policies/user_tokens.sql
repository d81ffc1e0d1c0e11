alter table user_tokens enable row level security;
alter table user_tokens force row level security;
drop policy if exists tenant on user_tokens;
create policy tenant on user_tokens using (exists (select from users where users.id = user_id)) with check (exists (select from users where users.id = user_id));
revoke all on user_tokens from labstogo_api, labstogo_service;
grant select, insert, update, delete on user_tokens to labstogo_api;
