using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Consent;
using LabsToGo.Data.Reaching;
using LabsToGo.Data.Rows;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using Npgsql;

namespace LabsToGo.Data.Replies;

/// <summary>Takes in a patient's text, once, however often it is told: the opt-out first and for itself, then the reply.</summary>
public static class ReplyTaking
{
    /// <summary>Whoever has or had this number, today's owner first, then who retired it last. Empty for one that was never ours.</summary>
    public static Task<List<ReplyLine>> ReplyLinesAsync(this NpgsqlConnection connection, string number, CancellationToken cancellationToken) =>
        connection.ReadAsync<ReplyLine>(
            """
            select id as sender_id, organization_id, status <> 'retired' as active, answers_keywords from senders where phone = @number
            order by status = 'retired', created_at desc
            """,
            new { number },
            cancellationToken);

    /// <summary>
    /// A reply concerns today's owner of the number, and whoever retired it and had texted this person from it; where that is nobody, who retired it last.
    /// </summary>
    /// <param name="lines">Not empty.</param>
    /// <param name="open">A connection that sees an organization's rows.</param>
    public static async Task<TakenReply> TakeReplyAsync(
        this IReadOnlyList<ReplyLine> lines, IncomingReply reply, Func<Guid, Task<NpgsqlConnection>> open, CancellationToken cancellationToken)
    {
        var (concerned, news) = (0, 0);
        var answers = new List<StartDirect>();
        foreach (var line in lines)
        {
            await using var connection = await open(line.OrganizationId);
            if (!line.Active && !await connection.HasTextedAsync(line, reply, cancellationToken))
                continue;
            concerned++;
            await TakeAsync(connection, line);
        }
        if (concerned == 0)
        {
            await using var last = await open(lines[0].OrganizationId);
            await TakeAsync(last, lines[0]);
        }
        return new TakenReply(news, answers);

        async Task TakeAsync(NpgsqlConnection connection, ReplyLine line)
        {
            var (taken, answer) = await connection.RecordAsync(line, reply, cancellationToken);
            news += taken;
            if (answer is not null)
                answers.Add(answer);
        }
    }

    /// <summary>Rides on <c>messages (phone)</c>.</summary>
    private static async Task<bool> HasTextedAsync(
        this NpgsqlConnection connection, ReplyLine line, IncomingReply reply, CancellationToken cancellationToken) =>
        (await connection.ReadAsync<bool>(
            """
            select exists (
                select from messages
                where phone = @From and sender_id = @SenderId and organization_id = @OrganizationId and attempted_at is not null
            )
            """,
            new { reply.From, line.SenderId, line.OrganizationId },
            cancellationToken))[0];

    private static async Task<(int Taken, StartDirect? Answer)> RecordAsync(
        this NpgsqlConnection connection, ReplyLine line, IncomingReply reply, CancellationToken cancellationToken)
    {
        var values = new
        {
            Id = Guid.CreateVersion7(reply.ReceivedAt),
            line.OrganizationId,
            line.SenderId,
            reply.ProviderSid,
            Phone = reply.From,
            reply.Body,
            Intent = reply.Intent.Stored(),
            TwilioKeyword = line.AnswersKeywords ? null : reply.OptOutType,
            ReceivedAt = reply.ReceivedAt.ToUniversalTime(),
        };
        CampaignKind? answer = reply.Intent is ReplyIntent.Help ? CampaignKind.HelpAnswer : null;
        // Committed for itself: whatever else may fail, who said stop is texted no more.
        if (reply.Intent is ReplyIntent.Stop or ReplyIntent.Hold)
        {
            await using var stop = await connection.BeginTransactionAsync(cancellationToken);
            // Before the look at the ledger, so that it sees what others wrote who tell of the same reply.
            await connection.WriteAsync(ConsentLedger.Lock, values, cancellationToken);
            var written = await connection.WriteAsync(reply.Intent is ReplyIntent.Stop ? RevokeSql : HoldSql, values, cancellationToken);
            if (written > 0 && reply.Intent is ReplyIntent.Stop)
                answer = CampaignKind.StopConfirmation;
            await stop.CommitAsync(cancellationToken);
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await connection.WriteAsync(TakeSql, values, cancellationToken);
        if (taken == 0)
            return (0, null);
        if (reply.Intent is ReplyIntent.Start && await connection.ReadAsync<string>(StartSql, values, cancellationToken) is ["granted"])
            answer = CampaignKind.StartConfirmation;
        await connection.ClearUnreachableAsync(line.OrganizationId, reply.From.Reveal(), cancellationToken);
        var start = answer is { } kind ? await connection.AnswerAsync(line, reply, kind, cancellationToken) : null;
        await transaction.CommitAsync(cancellationToken);
        return (taken, start);
    }

    private const string PatientSql = "(select id from patients where organization_id = @OrganizationId and phone = @Phone order by id limit 1)";

    /// <summary>Once: a reply that is known said it before, and a number that has opted out need not do so again.</summary>
    private const string RevokeSql =
        $"""
        insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
        select @OrganizationId, {PatientSql}, @Phone, 'revoked', 'reply', @ReceivedAt
        where not exists (select from replies where organization_id = @OrganizationId and provider_sid = @ProviderSid)
            and not exists (select from current_consent(@OrganizationId, @Phone) c where c.kind = 'revoked')
        """;

    /// <summary>Once, too, and not where the number has opted out. Who never agreed is held as well: else a form or an import could grant it.</summary>
    private const string HoldSql =
        $"""
        insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
        select @OrganizationId, {PatientSql}, @Phone, 'held', 'reply', @ReceivedAt
        where not exists (select from replies where organization_id = @OrganizationId and provider_sid = @ProviderSid)
            and not exists (select from current_consent(@OrganizationId, @Phone) c where c.kind in ('revoked', 'held'))
        """;

    private const string TakeSql =
        $"""
        insert into replies (id, organization_id, patient_id, phone, sender_id, body, intent, twilio_keyword, provider_sid, received_at)
        values (@Id, @OrganizationId, {PatientSql}, @Phone, @SenderId, @Body, @Intent, @TwilioKeyword, @ProviderSid, @ReceivedAt)
        on conflict (organization_id, provider_sid) do nothing
        """;

    /// <summary>A "yes" ends an opt-out, and a hold as if it had not been; it is no consent where none was ever asked for.</summary>
    private const string StartSql =
        $"""
        insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
        select @OrganizationId, {PatientSql}, @Phone, case c.kind when 'revoked' then 'granted' else before.kind end, 'reply', @ReceivedAt
        from current_consent(@OrganizationId, @Phone) c
        cross join consent_before_hold(@OrganizationId, @Phone) before
        where c.kind in ('revoked', 'held')
        returning kind
        """;
}
