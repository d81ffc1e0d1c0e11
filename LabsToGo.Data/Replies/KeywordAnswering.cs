using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Rows;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;
using Npgsql;

namespace LabsToGo.Data.Replies;

/// <summary>
/// Our own answer to STOP, START and HELP. It is a campaign to one patient, so that it is planned, claimed and followed by the statements that all others are;
/// a number that no patient has gets none.
/// </summary>
internal static class KeywordAnswering
{
    /// <summary>In the transaction that takes the reply, so that it is given once. What Twilio has answered already is left to it.</summary>
    /// <returns>Null where nothing is to be said.</returns>
    public static async Task<StartDirect?> AnswerAsync(
        this NpgsqlConnection connection, ReplyLine line, IncomingReply reply, CampaignKind kind, CancellationToken cancellationToken)
    {
        if (!line.Active || (reply.OptOutType is not null && !line.AnswersKeywords))
            return null;
        var organization = (await connection.ReadAsync<(string Name, string? HelpText)>(
            "select name, help_text from organizations where id = @OrganizationId", new { line.OrganizationId }, cancellationToken))[0];
        var (name, text) = kind switch
        {
            CampaignKind.StopConfirmation => ("Confirmation of the opt-out", KeywordAnswers.Stopped(organization.Name)),
            CampaignKind.StartConfirmation => ("Confirmation of START", KeywordAnswers.Started(organization.Name)),
            _ => ("Answer to HELP", KeywordAnswers.Help(organization.Name, organization.HelpText)),
        };
        var values = new
        {
            Id = Guid.CreateVersion7(reply.ReceivedAt),
            line.OrganizationId,
            Phone = reply.From,
            Kind = kind.Stored(),
            Name = name,
            Text = text,
            ReceivedAt = reply.ReceivedAt.ToUniversalTime(),
            IsStop = kind is CampaignKind.StopConfirmation,
            LifetimeHours = Campaign.MaxLifetimeHours,
            IsHelp = kind is CampaignKind.HelpAnswer,
        };
        // Two that ask for help at one moment are answered one after the other.
        await connection.WriteAsync(LockSql, values, cancellationToken);
        return await connection.WriteAsync(AnswerSql, values, cancellationToken) > 0 ? new StartDirect(line.OrganizationId, values.Id) : null;
    }

    private const string LockSql = "select from patients where organization_id = @OrganizationId and phone = @Phone for no key update";

    /// <summary>An opt-out is confirmed within five minutes or not at all; who asks for help is told once an hour.</summary>
    private const string AnswerSql =
        """
        insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_at, started_at, expires_at)
        select @Id, @OrganizationId, @Kind, @Name, @Text, jsonb_build_object('patientId', p.id), 'queued', @LifetimeHours, now(), now(), t.until
        from (select id from patients where organization_id = @OrganizationId and phone = @Phone order by id limit 1) p
        cross join (
            select case when @IsStop then least(@ReceivedAt, now()) + interval '5 minutes' else now() + make_interval(hours => @LifetimeHours) end as until
        ) t
        where t.until > now() and not (@IsHelp and exists (
            select from campaigns c where c.patient_id = p.id and c.kind = @Kind and c.created_at > now() - interval '1 hour'))
        """;
}
