using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Campaigns;

internal static class AudienceCount
{
    public static async Task<Results<Ok<AudienceCountResponse>, ValidationProblem>> CountAsync(
        AudienceFilter filter, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var audience = filter.ToAudience();
        if (audience.Problems() is { Any: true } problems)
            return problems.ToProblem();
        var size = await db.WithConnectionAsync(
            connection => connection.CountAudienceAsync(
                caller.GetOrganizationId(), audience, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken),
            cancellationToken);
        return TypedResults.Ok(new AudienceCountResponse(size.Total, size.Reachable, size.Copies));
    }
}
