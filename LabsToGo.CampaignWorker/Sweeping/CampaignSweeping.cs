using LabsToGo.Data.Rows;
using LabsToGo.Domain.Messages;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

/// <summary>The sweeper's statements: what nobody else will finish. Each may run at any time and any number of times.</summary>
internal static class CampaignSweeping
{
    /// <summary>
    /// Campaigns that were started and of which no row was planned for some seconds: their row is the outbox of <c>StartCampaign</c> and <c>StartDirect</c>.
    /// </summary>
    public static Task<List<(Guid OrganizationId, Guid CampaignId, bool Direct)>> CampaignsToPlanAsync(
        this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<(Guid, Guid, bool)>(
            """
            select c.organization_id, c.id, c.kind <> 'bulk' from campaigns c
            where c.status in ('queued', 'planning') and c.started_at < now() - interval '2 seconds'
                and not exists (select from campaign_counters n where n.campaign_id = c.id and n.updated_at > now() - interval '5 seconds')
            order by c.kind = 'bulk', c.started_at
            limit 100
            """,
            null,
            cancellationToken);

    /// <summary>Ends campaigns of which every recipient has ended.</summary>
    /// <returns>Those that ended now.</returns>
    public static Task<List<(Guid OrganizationId, Guid CampaignId)>> CompleteCampaignsAsync(
        this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<(Guid, Guid)>(
            """
            update campaigns c set status = 'completed', completed_at = now(), status_note = null
            where c.status = 'running' and c.planned_at is not null
                and not exists (
                    select from campaign_counters n
                    where n.campaign_id = c.id and n.pending + n.unknown + n.accepted + n.sent > 0
                )
            returning c.organization_id, c.id
            """,
            null,
            cancellationToken);

    /// <summary>
    /// Ends what can't leave any more: rows of canceled campaigns and rows past their campaign's end, some batches at a time so that no lock is held long.
    /// </summary>
    /// <returns>Rows ended; call again while it is not zero.</returns>
    public static async Task<int> EndWaitingMessagesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with ending as (
                select b.id, b.message_ids, case when c.status = 'canceled' then 'canceled' else 'expired' end as status
                from campaigns c
                join batches b on b.campaign_id = c.id and b.attempt_id is null
                where c.status = 'canceled' or (c.status in ('planning', 'running', 'paused') and c.expires_at <= now())
                limit 100
                for update of b skip locked
            ), gone as (
                delete from batches b using ending e where b.id = e.id
            )
            update messages m set status = e.status, reason = nullif(e.status, 'canceled'), updated_at = now()
            from ending e
            cross join lateral unnest(e.message_ids) as member(id)
            where m.id = member.id and m.status = 'pending'
            """);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Gives rows that wait in no batch one of their own, so that they end whatever happened to the one that they had. Looked for where a campaign has rows
    /// that wait and no batch at all, so it costs next to nothing; between two statements no such row exists.
    /// </summary>
    /// <returns>How many; call again while it is not zero.</returns>
    public static async Task<int> AdoptOrphansAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
            select gen_random_uuid(), m.organization_id, m.campaign_id, m.sender_id, array[m.id], m.segments, m.attempts, now()
            from campaigns c
            join campaign_counters n on n.campaign_id = c.id and n.pending > 0
            cross join lateral (
                select * from messages where campaign_id = c.id and status = 'pending' limit 1000
            ) m
            where c.status in ('planning', 'running', 'paused', 'canceled')
                and not exists (select from batches b where b.campaign_id = c.id and b.attempt_id is null)
                and not exists (select from batches b where b.campaign_id = c.id and b.lease_until is not null)
            """);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Twilio's longest validity period is ten hours; a callback that has not come an hour after that will not come.</summary>
    private static readonly TimeSpan CallbackPatience = TimeSpan.FromHours(11);

    /// <summary>
    /// Closes rows that Twilio took and never spoke of again. Campaigns first, then the rows of each by <c>messages (campaign_id, patient_id)</c>: without
    /// statistics Postgres would rather read all messages.
    /// </summary>
    public static async Task<int> CloseUnconfirmedAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            with followed as materialized (
                select c.id
                from campaigns c
                join campaign_counters n on n.campaign_id = c.id and n.accepted + n.sent > 0
                where c.status in ('planning', 'running', 'paused', 'canceled') and c.started_at < now() - $1
            ), silent as (
                select m.id
                from followed f
                cross join lateral (
                    select id from messages
                    where campaign_id = f.id and status in ('accepted', 'sent') and attempted_at < now() - $1
                    limit 5000
                    for update skip locked
                ) m
                limit 5000
            )
            update messages m set
                status = 'sent_unconfirmed',
                history = jsonb_build_object('{MessageHistory.NoWord}', now()) || m.history,
                updated_at = now()
            from silent
            where m.id = silent.id
            """);
        command.Parameters.Add(new() { Value = CallbackPatience });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
