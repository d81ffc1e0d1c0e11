-- The organization for which the connection was opened; null, and so no row at all, when it was opened for none.
create function current_organization() returns uuid
    language sql stable
    return nullif(current_setting('app.organization_id', true), '')::uuid;

-- True while the Api may look across organizations in one kind of table, to find out whose request it has before it.
create function looking_up(kind text) returns boolean
    language sql stable
    return current_setting('app.lookup', true) = kind;
