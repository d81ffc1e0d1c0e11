alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;
drop policy if exists tenant on refresh_tokens;
create policy tenant on refresh_tokens using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on refresh_tokens;
create policy lookup on refresh_tokens for select using (looking_up('accounts'));
revoke all on refresh_tokens from labstogo_api, labstogo_service;
grant select, insert, update, delete on refresh_tokens to labstogo_api;
