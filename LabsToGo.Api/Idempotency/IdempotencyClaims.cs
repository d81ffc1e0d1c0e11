using LabsToGo.Data;
using LabsToGo.Data.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Idempotency;

/// <summary>Who comes first with a key does the work; everybody else finds the row.</summary>
internal static class IdempotencyClaims
{
    /// <summary>Of two at once one gets it: the primary key decides. A row that is older than it is kept is as good as gone.</summary>
    /// <returns>Null when it is the caller's to do; else what an earlier request with the key has come to.</returns>
    public static async Task<IdempotentRequest?> ClaimAsync(
        this LabsToGoDbContext db, Guid organizationId, string key, byte[] requestHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotent_requests as earlier (organization_id, key, request_hash, created_at)
            values ({organizationId}, {key}, {requestHash}, {now})
            on conflict (organization_id, key) do update
                set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, location = null, body = null
                where earlier.created_at < {now - IdempotentRequest.Kept}
            """,
            cancellationToken);
        // Gone again when it was refused in this very moment: then it is under way, and done with when the caller comes again.
        return claimed == 1
            ? null
            : await db.IdempotentRequests.AsNoTracking()
            .SingleOrDefaultAsync(request => request.OrganizationId == organizationId && request.Key == key, cancellationToken)
                ?? new IdempotentRequest { OrganizationId = organizationId, Key = key, RequestHash = requestHash, CreatedAt = now };
    }
}
