-- The Api's own, of no organization.
revoke all on data_protection_keys from labstogo_api, labstogo_service;
grant select, insert on data_protection_keys to labstogo_api;
grant usage on sequence data_protection_keys_id_seq to labstogo_api;
