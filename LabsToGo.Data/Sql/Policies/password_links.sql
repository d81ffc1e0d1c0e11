alter table password_links enable row level security;
alter table password_links force row level security;
drop policy if exists tenant on password_links;
create policy tenant on password_links using (organization_id = current_organization()) with check (organization_id = current_organization());
drop policy if exists lookup on password_links;
create policy lookup on password_links for select using (looking_up('accounts'));
revoke all on password_links from labstogo_api, labstogo_service;
grant select, insert, update, delete on password_links to labstogo_api;
