using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>Writes one chunk of a plan by COPY, in the transaction that also moves the campaign's cursor.</summary>
internal static class PlanWriting
{
    /// <summary>Numbers to which the chunks before have a copy. Rides on <c>messages (phone)</c>.</summary>
    public static async Task<HashSet<string>> CopiedNumbersAsync(
        this NpgsqlConnection connection, Guid campaignId, List<string> phones, CancellationToken cancellationToken)
    {
        var copied = new HashSet<string>();
        if (phones.Count == 0)
            return copied;
        await using var command = new NpgsqlCommand(
            "select phone from messages where phone = any($1) and campaign_id = $2 and status <> 'skipped'", connection);
        command.Parameters.Add(new() { Value = phones });
        command.Parameters.Add(new() { Value = campaignId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            copied.Add(reader.GetString(0));
        return copied;
    }

    public static async Task WriteMessagesAsync(
        this NpgsqlConnection connection, CampaignToPlan campaign, IReadOnlyList<PlannedMessage> messages, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, reason, attempts, created_at,
                updated_at)
            from stdin (format binary)
            """,
            cancellationToken);
        var (pending, skipped) = (MessageStatus.Pending.Stored(), MessageStatus.Skipped.Stored());
        foreach (var message in messages)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(message.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(campaign.OrganizationId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(campaign.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(message.PatientId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(message.SenderId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(message.Phone, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(message.TimeZone, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(message.Body, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync((short)message.Segments, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(message.Skip is null ? pending : skipped, NpgsqlDbType.Varchar, cancellationToken);
            if (message.Skip is { } reason)
                await copy.WriteAsync(reason.Stored(), NpgsqlDbType.Varchar, cancellationToken);
            else
                await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync((short)0, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    public static async Task WriteBatchesAsync(
        this NpgsqlConnection connection, CampaignToPlan campaign, IReadOnlyList<PlannedBatch> batches, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at) from stdin (format binary)", cancellationToken);
        foreach (var batch in batches)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(Guid.CreateVersion7(now), NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(campaign.OrganizationId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(campaign.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(batch.SenderId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(batch.MessageIds, NpgsqlDbType.Array | NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(batch.Segments, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync((short)0, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }
}
