using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>How many people a campaign means, and how many one person alone may text.</summary>
internal static class Recipients
{
    /// <returns>Who fits the audience, and who of them has a consent in force and so gets the text.</returns>
    public static Task<AudienceSize> CountAsync(this LabsToGoDbContext db, Campaign campaign, TimeProvider time, CancellationToken cancellationToken) =>
        db.WithConnectionAsync(
            connection => connection.CountAudienceAsync(
                campaign.OrganizationId, campaign.Audience, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken),
            cancellationToken);

    public static Task<int> ApprovalLimitAsync(this LabsToGoDbContext db, CancellationToken cancellationToken) =>
        db.Organizations.Select(organization => organization.ApprovalAbove).SingleAsync(cancellationToken);
}
