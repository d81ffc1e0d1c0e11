alter table user_claims enable row level security;
alter table user_claims force row level security;
drop policy if exists tenant on user_claims;
create policy tenant on user_claims using (exists (select from users where users.id = user_id)) with check (exists (select from users where users.id = user_id));
revoke all on user_claims from labstogo_api, labstogo_service;
grant select, insert, update, delete on user_claims to labstogo_api;
