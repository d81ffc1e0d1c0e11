-- True while the Api may look across organizations in one kind of table, to find out whose request it has before it.
create or replace function looking_up(kind text) returns boolean
    language sql stable
    return current_setting('app.lookup', true) = kind;
