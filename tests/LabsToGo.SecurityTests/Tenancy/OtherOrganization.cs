using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.SecurityTests.Tenancy;

/// <summary>A second laboratory with a record of every kind, made behind the Api's back.</summary>
internal static class OtherOrganization
{
    private static readonly string[] Tables =
        ["organizations", "users", "patients", "patient_imports", "senders", "campaigns", "messages", "sessions", "replies", "api_keys",
            "stored_files"];

    /// <returns>Ids of its records, by the table they stand in.</returns>
    public static async Task<IReadOnlyDictionary<string, Guid>> MakeAsync(Stack stack)
    {
        var ids = Tables.ToDictionary(table => table, _ => Guid.NewGuid());
        await using var database = await stack.OpenDatabaseAsync();
        var phone = NewPhones.In("917");
        await using var command = new NpgsqlCommand(
            $"""
            insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor)
                values ('{ids["organizations"]}', 'Other Lab', 'America/New_York', array_fill(0::smallint, array[7]), array_fill(0::smallint, array[7]), now(),
                    false);
            insert into users (id, organization_id, name, role, user_name, normalized_user_name, email, normalized_email, email_confirmed,
                phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, created_at, last_totp_step)
                values ('{ids["users"]}', '{ids["organizations"]}', 'Olga Other', 'owner', '{ids["users"]}@other.example',
                    upper('{ids["users"]}@other.example'), '{ids["users"]}@other.example', upper('{ids["users"]}@other.example'), true, false, false, true, 0,
                    now(), 0);
            insert into sessions (id, user_id, organization_id, created_at, last_seen_at, address, user_agent, second_factor)
                values ('{ids["sessions"]}', '{ids["users"]}', '{ids["organizations"]}', now(), now(), '', '', false);
            insert into api_keys (id, organization_id, name, prefix, hash, scopes, test, created_by, created_at, expires_at)
                values ('{ids["api_keys"]}', '{ids["organizations"]}', 'Other key', 'ltg_live_other', decode(md5('{ids["api_keys"]}'), 'hex'),
                    array['patients.read'], false, '{ids["users"]}', now(), now() + interval '1 day');
            insert into patient_imports (id, organization_id, file_name, consent_given, created_by, created_at, status, bytes_read, rows_read, added, updated,
                duplicates, rejected, columns)
                values ('{ids["patient_imports"]}', '{ids["organizations"]}', 'other.csv', true, '{ids["users"]}', now(), 'completed', 1, 1, 1, 0, 0, 0, '[]');
            insert into stored_files (id, organization_id, kind, name, size, permission, created_by, created_at, expires_at)
                values ('{ids["stored_files"]}', '{ids["organizations"]}', 'import', 'other.csv', 1, 'patients.read', '{ids["users"]}', now(),
                    now() + interval '1 day');
            insert into patients (id, organization_id, first_name, last_name, phone, time_zone, import_id, created_at, updated_at)
                values ('{ids["patients"]}', '{ids["organizations"]}', 'Petra', 'Other', '{phone}', 'America/New_York', '{ids["patient_imports"]}', now(),
                    now());
            insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
                values ('{ids["organizations"]}', '{ids["patients"]}', '{phone}', 'granted', 'import', now());
            insert into senders (id, organization_id, phone, label, segments_per_second, status, created_at)
                values ('{ids["senders"]}', '{ids["organizations"]}', '{NewPhones.In("833")}', 'Other', 10, 'active', now());
            insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, started_at, planned_at)
                values ('{ids["campaigns"]}', '{ids["organizations"]}', 'bulk', 'Other campaign', 'Hello', '{"{}"}', 'running', 72, '{ids["users"]}', now(),
                    now(), now());
            insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
                updated_at)
                values ('{ids["messages"]}', '{ids["organizations"]}', '{ids["campaigns"]}', '{ids["patients"]}', '{ids["senders"]}', '{phone}',
                    'America/New_York', 'Hello', 1, 'pending', 0, now(), now());
            update messages set status = 'sending', attempts = 1 where id = '{ids["messages"]}';
            update messages set status = 'unknown' where id = '{ids["messages"]}';
            update notable_messages set ask_at = null where message_id = '{ids["messages"]}';
            insert into replies (id, organization_id, patient_id, phone, sender_id, body, intent, provider_sid, received_at)
                values ('{ids["replies"]}', '{ids["organizations"]}', '{ids["patients"]}', '{phone}', '{ids["senders"]}', 'Thanks', 'other',
                    'SM{ids["replies"]:N}', now());
            """,
            database);
        await command.ExecuteNonQueryAsync();
        return ids;
    }

    /// <summary>Everything that belongs to it, as one text, so that any change shows.</summary>
    public static async Task<string> ContentAsync(Stack stack, Guid organizationId)
    {
        await using var database = await stack.OpenDatabaseAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand(
            "select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1", database))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        var content = new List<string>();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand(
                $"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t where organization_id = '{organizationId}'", database);
            content.Add($"{table}: {await rows.ExecuteScalarAsync()}");
        }
        return string.Join('\n', content);
    }
}
