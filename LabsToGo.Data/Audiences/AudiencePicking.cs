using LabsToGo.Domain.Campaigns;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Audiences;

/// <summary>Somebody of an audience who may be texted, for a preview. Connections are under the Api's role: they see one organization only.</summary>
public static class AudiencePicking
{
    /// <summary>Of the longest so many are looked at, until one is found who may be texted.</summary>
    private const int Longest = 200;

    private const string MayBeTexted =
        """
        left join lateral current_consent(p.organization_id, p.phone) consent on true
        left join lateral unreachable(p.organization_id, p.phone) gone on true
        where consent.kind = 'granted' and gone.code is null and not p.deceased
        """;

    /// <summary>In the order of their ids, which is the order of <c>(organization_id, id)</c>.</summary>
    /// <param name="after">Whoever comes after this one; null for the first ones.</param>
    public static Task<List<Guid>> NextOfAudienceAsync(
        this NpgsqlConnection connection, Guid organizationId, Audience audience, DateOnly today, Guid? after, int limit,
        CancellationToken cancellationToken) =>
        connection.IdsAsync(
            $"""
            select p.id from patients p {MayBeTexted}
                and p.organization_id = @organization_id and (@after is null or p.id > @after)
            {AudienceSql.Where("p", audience)}
            order by p.id limit @limit
            """,
            organizationId, audience, today, after, limit, cancellationToken);

    public static Task<List<Guid>> WithoutFirstNameAsync(
        this NpgsqlConnection connection, Guid organizationId, Audience audience, DateOnly today, CancellationToken cancellationToken) =>
        connection.IdsAsync(
            $"""
            select p.id from patients p {MayBeTexted}
                and p.organization_id = @organization_id and p.first_name = ''
            {AudienceSql.Where("p", audience)}
            order by p.id limit @limit
            """,
            organizationId, audience, today, null, 1, cancellationToken);

    /// <param name="columns">Of patients; what makes a text long.</param>
    public static Task<List<Guid>> LongestOfAudienceAsync(
        this NpgsqlConnection connection, Guid organizationId, Audience audience, DateOnly today, IEnumerable<string> columns,
        CancellationToken cancellationToken)
    {
        var length = string.Join(" + ", columns.Select(column => $"coalesce(length(p.{column}), 0)").DefaultIfEmpty("0"));
        return connection.IdsAsync(
            $"""
            select p.id from (
                select p.*, {length} as length from patients p
                where p.organization_id = @organization_id
                {AudienceSql.Where("p", audience)}
                order by {length} desc, p.id limit {Longest}
            ) p {MayBeTexted}
            order by p.length desc, p.id limit @limit
            """,
            organizationId, audience, today, null, 1, cancellationToken);
    }

    private static async Task<List<Guid>> IdsAsync(
        this NpgsqlConnection connection, string sql, Guid organizationId, Audience audience, DateOnly today, Guid? after, int limit,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.Add(new NpgsqlParameter("after", NpgsqlDbType.Uuid) { Value = after ?? (object)DBNull.Value });
        command.Parameters.AddWithValue("limit", limit);
        command.Parameters.AddAudience(audience, today);
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
