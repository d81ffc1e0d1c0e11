using LabsToGo.Data;
using LabsToGo.Data.Rows;
using LabsToGo.Domain.Patients;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.Api.Patients.Reaching;

/// <summary>Where Twilio itself refuses to text a number: it obeyed a STOP, or it refused a text, and had no START since. It does so by sender.</summary>
internal static class TwilioBlocks
{
    /// <returns>A number of ours to which START ends it; null where there is none. Rides on the numbers of replies and of messages.</returns>
    public static async Task<string?> TextStartToAsync(this LabsToGoDbContext db, Patient patient, CancellationToken cancellationToken)
    {
        var values = new { patient.OrganizationId, patient.Phone, OptOutKeywords.Stop, OptOutKeywords.Start, TwilioErrors.OptedOut };
        return (await db.WithConnectionAsync(connection => connection.ReadAsync<string>(Sql, values, cancellationToken), cancellationToken)).FirstOrDefault();
    }

    private const string Sql =
        """
        select s.phone
        from senders s
        cross join lateral (
            select said.blocks
            from (
                select r.received_at as at, r.twilio_keyword = @Stop as blocks from replies r
                where r.organization_id = @OrganizationId and r.phone = @Phone and r.sender_id = s.id and r.twilio_keyword in (@Stop, @Start)
                union all
                select m.attempted_at, true from messages m
                where m.phone = @Phone and m.organization_id = @OrganizationId and m.sender_id = s.id and m.error_code = @OptedOut
            ) said
            order by said.at desc
            limit 1
        ) newest
        where s.organization_id = @OrganizationId and s.status <> 'retired' and not s.answers_keywords and newest.blocks
        order by s.id
        """;
}
