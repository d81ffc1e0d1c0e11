using System.Text.Json;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Planning;

/// <summary>The planner's statements. A campaign is planned in chunks; each is one transaction that writes the rows and moves the cursor.</summary>
public static class CampaignPlanning
{
    /// <summary>Takes a queued campaign, or goes on with one whose planner stopped. Null when it is not to be planned (any more).</summary>
    public static async Task<CampaignToPlan?> TakeCampaignAsync(this NpgsqlDataSource dataSource, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with taken as (
                update campaigns set status = 'planning'
                where id = $1 and status in ('queued', 'planning')
                returning id, organization_id, name, template, audience
            )
            select taken.organization_id, taken.name, o.name, taken.template, taken.audience,
                array(
                    select s.id from senders s
                    where s.organization_id = o.id
                        and (s.status = 'active' or not exists (select from senders a where a.organization_id = o.id and a.status = 'active'))
                    order by s.id
                )
            from taken
            join organizations o on o.id = taken.organization_id
            """);
        command.Parameters.Add(new() { Value = campaignId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        return new CampaignToPlan(
            campaignId,
            reader.GetGuid(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            JsonSerializer.Deserialize<Audience>(reader.GetString(4), JsonSerializerOptions.Web)!,
            reader.GetFieldValue<Guid[]>(5));
    }

    /// <summary>
    /// Locks the campaign for one chunk and says where to go on. Null when it is no longer being planned (paused or canceled).
    /// Two planners of one campaign take turns here, so neither writes a row twice.
    /// </summary>
    public static async Task<PlanPosition?> LockForPlanningAsync(this NpgsqlConnection connection, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select plan_cursor from campaigns where id = $1 and status = 'planning' for update", connection);
        command.Parameters.Add(new() { Value = campaignId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new PlanPosition(reader.IsDBNull(0) ? Guid.Empty : reader.GetGuid(0))
            : null;
    }

    /// <summary>The next patients in the order of their ids. Rides on <c>(organization_id, id)</c>.</summary>
    public static async Task<List<PlanCandidate>> ReadCandidatesAsync(
        this NpgsqlConnection connection, CampaignToPlan campaign, PlanPosition after, DateOnly today, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select p.id, p.first_name, p.last_name, p.city, p.phone, p.time_zone, consent.kind,
                exists (
                    select from patients earlier
                    where earlier.organization_id = p.organization_id and earlier.phone = p.phone and earlier.id < p.id
                    {AudienceSql.Where("earlier")}
                )
            from patients p
            left join lateral (
                select kind from consent_events e
                where e.organization_id = p.organization_id and e.phone = p.phone
                order by e.id desc limit 1
            ) consent on true
            where p.organization_id = @organization_id and p.id > @after
            {AudienceSql.Where("p")}
            order by p.id
            limit @limit
            """,
            connection);
        command.Parameters.AddWithValue("organization_id", campaign.OrganizationId);
        command.Parameters.AddWithValue("after", after.LastPatientId);
        command.Parameters.AddWithValue("limit", limit);
        command.Parameters.AddAudience(campaign.Audience, today);

        var candidates = new List<PlanCandidate>(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            candidates.Add(new PlanCandidate(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6),
                reader.GetBoolean(7)));
        }
        return candidates;
    }

    /// <summary>Writes one chunk by COPY and moves the cursor behind it. Row ids are assigned here, once.</summary>
    public static async Task WritePlanAsync(
        this NpgsqlConnection connection, CampaignToPlan campaign, IReadOnlyList<PlannedMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            copy messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, reason, attempts, due_at, created_at, updated_at)
            from stdin (format binary)
            """,
            cancellationToken))
        {
            var pending = MessageStatus.Pending.Stored();
            var skipped = MessageStatus.Skipped.Stored();
            foreach (var message in messages)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(Guid.CreateVersion7(now), NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(campaign.OrganizationId, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(campaign.Id, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(message.PatientId, NpgsqlDbType.Uuid, cancellationToken);
                if (message.SenderId is { } sender)
                    await copy.WriteAsync(sender, NpgsqlDbType.Uuid, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
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
                if (message.Skip is null)
                    await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            }
            await copy.CompleteAsync(cancellationToken);
        }

        await using var move = new NpgsqlCommand("update campaigns set plan_cursor = $2 where id = $1", connection);
        move.Parameters.Add(new() { Value = campaign.Id });
        move.Parameters.Add(new() { Value = messages[^1].PatientId });
        await move.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Everyone has a row: from here on the campaign ends when its rows do.</summary>
    public static async Task CompletePlanAsync(this NpgsqlConnection connection, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update campaigns set status = 'running', planned_at = now() where id = $1 and status = 'planning'", connection);
        command.Parameters.Add(new() { Value = campaignId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
