-- The organization for which the connection was opened; null, and so no row at all, when it was opened for none.
create or replace function current_organization() returns uuid
    language sql stable
    return nullif(current_setting('app.organization_id', true), '')::uuid;
