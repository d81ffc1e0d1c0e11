-- What an entry's hash is taken over, and the previous entry's hash. Text of a jsonb is the same under every setting of the session.
create or replace function audit_hash(entry audit_entries, previous bytea) returns bytea
    language sql immutable
    return sha256(previous || convert_to(jsonb_build_array(
        entry.organization_id, entry.number, extract(epoch from entry.at), entry.actor_id, entry.actor, entry.action,
        entry.subject_id, entry.outcome, host(entry.address), entry.trace_id)::text, 'UTF8'));
