alter table campaign_counters enable row level security;
alter table campaign_counters force row level security;
drop policy if exists tenant on campaign_counters;
create policy tenant on campaign_counters using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on campaign_counters from labstogo_api, labstogo_service;
grant select, insert, update, delete on campaign_counters to labstogo_api;
grant select, insert, update on campaign_counters to labstogo_service;
