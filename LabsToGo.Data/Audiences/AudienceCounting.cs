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
            select coalesce(sum(n.patients), 0)::bigint, coalesce(sum(n.living) filter (where n.reached), 0)::bigint,
                count(*) filter (where n.reached and n.living > 0), coalesce(sum(n.patients) filter (where n.revoked), 0)::bigint
            from (
                select p.patients, p.living, consent.kind = 'granted' and gone.code is null as reached, consent.kind = 'revoked' as revoked
                from (
                    select p.phone, count(*) as patients, count(*) filter (where not p.deceased) as living
                    from patients p
                    where p.organization_id = @organization_id
                    {AudienceSql.Where("p", audience)}
                    group by p.phone
                ) p
                left join lateral current_consent(@organization_id, p.phone) consent on true
                left join lateral unreachable(@organization_id, p.phone) gone on true
            ) n
            """,
            connection);
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddAudience(audience, today);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new AudienceSize(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }
}
