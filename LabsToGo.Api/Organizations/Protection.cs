using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Organizations;

/// <summary>The limits that protect patients and staff. Everybody may know them; an admin sets them.</summary>
internal static class Protection
{
    public static async Task<Ok<ProtectionResponse>> GetAsync(LabsToGoDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(Response(await db.Organizations.AsNoTracking().SingleAsync(cancellationToken)));

    public static async Task<Ok<ProtectionResponse>> ChangeAsync(ProtectionRequest request, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.SingleAsync(cancellationToken);
        organization.Protect(
            request.RequiresSecondFactor, request.LogOffMinutes, request.ApprovalAbove, request.MessageRetentionDays, request.AuditRetentionYears);
        organization.PauseCampaignsAbove(request.PauseAboveFailedPercent, request.PauseAboveFilteredPercent, request.PauseAboveOptedOutPercent);
        organization.CapDay(request.DailyCap);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Response(organization));
    }

    private static ProtectionResponse Response(Organization organization) => new(
        organization.RequiresSecondFactor,
        organization.LogOffMinutes,
        organization.ApprovalAbove,
        organization.MessageRetentionDays,
        organization.AuditRetentionYears,
        organization.PauseAboveFailedPercent,
        organization.PauseAboveFilteredPercent,
        organization.PauseAboveOptedOutPercent,
        organization.DailyCap);
}
