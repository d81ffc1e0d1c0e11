using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>What people of an organization said of the columns of earlier files.</summary>
internal sealed class ImportLayouts(LabsToGoDbContext db)
{
    /// <returns>Null when nobody said anything of a file with this header.</returns>
    public async Task<IReadOnlyList<ColumnChoice>?> FindAsync(Guid organizationId, IReadOnlyList<string> headers, CancellationToken cancellationToken = default)
    {
        var hash = HeaderHash.Of(headers);
        var choices = await db.ImportLayouts.AsNoTracking()
            .Where(layout => layout.OrganizationId == organizationId && layout.HeaderHash == hash)
            .Select(layout => layout.Choices)
            .SingleOrDefaultAsync(cancellationToken);
        return choices is null ? null : JsonSerializer.Deserialize<List<ColumnChoice>>(choices, ContractJson.Options);
    }

    public async Task SaveAsync(
        Guid organizationId, Guid userId, IReadOnlyList<string> headers, IReadOnlyList<ColumnChoice> choices, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var own = choices.Where((_, at) => !RejectColumns.Is(headers[at]));
        var (hash, json) = (HeaderHash.Of(headers), JsonSerializer.Serialize(own, ContractJson.Options));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into import_layouts (organization_id, header_hash, choices, changed_by, changed_at)
            values ({organizationId}, {hash}, {json}::jsonb, {userId}, {now})
            on conflict (organization_id, header_hash) do update set
                choices = excluded.choices, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """,
            cancellationToken);
    }
}
