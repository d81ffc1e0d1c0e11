using System.Globalization;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>A second laboratory: one slow number, one patient, and any number of campaigns to them, all planned and due.</summary>
internal static class OtherLab
{
    public static async Task<Guid> MakeAsync(NpgsqlConnection database, int campaigns)
    {
        var (organization, sender, patient) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var command = new NpgsqlCommand(
            $"""
            insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor)
                values ('{organization}', 'Other Lab', 'America/New_York', array_fill(0::smallint, array[7]), array_fill(1440::smallint, array[7]), now(),
                    false);
            insert into senders (id, organization_id, phone, label, segments_per_second, status, created_at)
                values ('{sender}', '{organization}', '{NewPhones.In("833")}', 'Slow', 1, 'active', now());
            insert into patients (id, organization_id, first_name, last_name, phone, time_zone, created_at, updated_at)
                values ('{patient}', '{organization}', 'Petra', 'Other', '+13085550100', 'America/New_York', now(), now());
            insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
                values ('{organization}', '{patient}', '+13085550100', 'granted', 'import', now());
            insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, started_at, planned_at)
                select gen_random_uuid(), '{organization}', 'bulk', 'Campaign ' || n, 'Hello', '{"{}"}', 'running', 72, '{Guid.NewGuid()}', now(), now(), now()
                from generate_series(1, {campaigns.ToString(CultureInfo.InvariantCulture)}) n;
            insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
                updated_at)
                select gen_random_uuid(), organization_id, id, '{patient}', '{sender}', '+13085550100', 'America/New_York', 'Hello', 1, 'pending', 0, now(),
                    now()
                from campaigns where organization_id = '{organization}';
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
                select gen_random_uuid(), organization_id, campaign_id, sender_id, array[id], 1, 0, now()
                from messages where organization_id = '{organization}';
            """,
            database);
        await command.ExecuteNonQueryAsync();
        return organization;
    }

    public static async Task CancelAsync(NpgsqlConnection database, Guid organization)
    {
        await using var command = new NpgsqlCommand(
            "update campaigns set status = 'canceled', completed_at = now() where organization_id = $1",
                database) { Parameters = { new() { Value = organization } } };
        await command.ExecuteNonQueryAsync();
    }
}
