using System.Text.Json;
using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;
using Npgsql;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>The planner's statements. A campaign is planned in chunks; each is one transaction that writes the rows and moves the cursor.</summary>
internal static class CampaignPlanning
{
    /// <summary>Takes a queued campaign, or goes on with one whose planner stopped. Null when it is not to be planned (any more).</summary>
    public static async Task<CampaignToPlan?> TakeCampaignAsync(this NpgsqlDataSource dataSource, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with taken as (
                update campaigns set status = 'planning'
                where id = $1 and status in ('queued', 'planning')
                returning id, organization_id, kind, name, template, audience, patient_id, plan_cursor
            )
            select taken.organization_id, taken.name, o.name, taken.template, taken.audience,
                array_agg(s.id order by s.id) filter (where s.id is not null), array_agg(s.segments_per_second order by s.id) filter (where s.id is not null),
                taken.plan_cursor, (now() at time zone 'utc')::date, taken.kind,
                (select r.sender_id from replies r where r.organization_id = taken.organization_id
                    and r.patient_id = taken.patient_id order by r.id desc limit 1),
                o.time_zone
            from taken
            join organizations o on o.id = taken.organization_id
            left join senders s on s.organization_id = o.id
                and (s.status = 'active' or (s.status = 'paused'
                    and not exists (select from senders a where a.organization_id = o.id and a.status = 'active')))
            group by taken.organization_id, taken.kind, taken.name, o.name, o.time_zone, taken.template, taken.audience, taken.patient_id, taken.plan_cursor
            """);
        command.Parameters.Add(new() { Value = campaignId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        List<PlanSender> senders = reader.IsDBNull(5)
            ? []
            : [.. reader.GetFieldValue<Guid[]>(5).Zip(reader.GetFieldValue<double[]>(6), (id, rate) => new PlanSender(id, rate))];
        var wroteTo = reader.IsDBNull(10) ? Guid.Empty : reader.GetGuid(10);
        return new CampaignToPlan(
            campaignId,
            reader.GetGuid(0),
            StoredEnum.Parse<CampaignKind>(reader.GetString(9)),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(11),
            reader.GetString(3),
            JsonSerializer.Deserialize<Audience>(reader.GetString(4), JsonSerializerOptions.Web)!,
            senders.Exists(sender => sender.Id == wroteTo) ? [senders.Find(sender => sender.Id == wroteTo)!] : senders,
            reader.IsDBNull(7) ? Guid.Empty : reader.GetGuid(7),
            reader.GetFieldValue<DateOnly>(8));
    }

    /// <summary>
    /// Locks the campaign for one chunk and says where to go on. Null when it is no longer being planned (paused or canceled).
    /// Two planners of one campaign take turns here, so neither writes a row twice.
    /// </summary>
    public static async Task<PlanPosition?> LockForPlanningAsync(this NpgsqlConnection connection, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select plan_cursor, now() from campaigns where id = $1 and status = 'planning' for update", connection);
        command.Parameters.Add(new() { Value = campaignId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new PlanPosition(reader.IsDBNull(0) ? Guid.Empty : reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    /// <summary>The next patients in the order of their ids. Rides on <c>(organization_id, id)</c>.</summary>
    public static async Task<List<PlanCandidate>> ReadCandidatesAsync(
        this NpgsqlConnection connection, CampaignToPlan campaign, Guid after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select p.id, p.first_name, p.last_name, p.city, p.phone, p.time_zone, consent.kind,
                p.deceased, exists (select from unreachable(p.organization_id, p.phone)),
                exists (
                    select from patients earlier
                    where earlier.organization_id = p.organization_id and earlier.phone = p.phone and earlier.id < p.id
                    {AudienceSql.Where("earlier", campaign.Audience)}
                )
            from patients p
            left join lateral current_consent(p.organization_id, p.phone) consent on true
            where p.organization_id = @organization_id and p.id > @after
            {AudienceSql.Where("p", campaign.Audience)}
            order by p.id
            limit @limit
            """,
            connection);
        command.Parameters.AddWithValue("organization_id", campaign.OrganizationId);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("limit", limit);
        command.Parameters.AddAudience(campaign.Audience, campaign.Today);

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
                reader.GetBoolean(7),
                reader.GetBoolean(8),
                reader.GetBoolean(9)));
        }
        return candidates;
    }

    /// <summary>Moves the cursor behind what has been written.</summary>
    public static async Task MoveCursorAsync(this NpgsqlConnection connection, Guid campaignId, Guid lastPatientId, CancellationToken cancellationToken)
    {
        await using var move = new NpgsqlCommand("update campaigns set plan_cursor = $2 where id = $1", connection);
        move.Parameters.Add(new() { Value = campaignId });
        move.Parameters.Add(new() { Value = lastPatientId });
        await move.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Everyone has a row: from here on the campaign ends when its rows do. What was written to one patient stands in its row alone, where retention and
    /// erasure find it.
    /// </summary>
    public static async Task CompletePlanAsync(this NpgsqlConnection connection, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update campaigns set status = 'running', planned_at = now(), template = case kind when 'reply' then '' else template end where id = $1 and " +
            "status = 'planning'", connection);
        command.Parameters.Add(new() { Value = campaignId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
