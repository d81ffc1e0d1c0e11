-- The Api's own, of no organization.
revoke all on signing_keys from labstogo_api, labstogo_service;
grant select, insert, delete on signing_keys to labstogo_api;
