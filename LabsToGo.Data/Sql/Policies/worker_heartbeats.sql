-- Of no organization.
revoke all on worker_heartbeats from labstogo_api, labstogo_service;
grant select on worker_heartbeats to labstogo_api;
grant select, insert, update, delete on worker_heartbeats to labstogo_service;
