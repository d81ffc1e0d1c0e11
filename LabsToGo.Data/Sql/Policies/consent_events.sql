-- The ledger only grows.
alter table consent_events enable row level security;
alter table consent_events force row level security;
drop policy if exists tenant on consent_events;
create policy tenant on consent_events using (organization_id = current_organization()) with check (organization_id = current_organization());
revoke all on consent_events from labstogo_api, labstogo_service;
grant select, insert on consent_events to labstogo_api;
grant select, insert on consent_events to labstogo_service;
