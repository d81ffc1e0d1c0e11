using LabsToGo.Domain.Campaigns;
using Npgsql;

namespace LabsToGo.Data.Audiences;

public static class AudienceCounting
{
    /// <summary>How many patients an audience has, how many of them may be texted, and how many have opted out, as of now.</summary>
    /// <param name="connection">Under the Api's role: it sees one organization only.</param>
    public static async Task<AudienceSize> CountAudienceAsync(
        this NpgsqlConnection connection, Guid organizationId, Audience audience, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select count(*), count(*) filter (where consent.kind = 'granted' and gone.code is null and not p.deceased),
                count(*) filter (where consent.kind = 'revoked')
            from patients p
            left join lateral current_consent(p.organization_id, p.phone) consent on true
            left join lateral unreachable(p.organization_id, p.phone) gone on true
            where p.organization_id = @organization_id
            {AudienceSql.Where("p", audience)}
            """,
            connection);
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddAudience(audience, today);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new AudienceSize(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
