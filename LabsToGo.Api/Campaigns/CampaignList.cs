using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Campaigns;

internal static class CampaignList
{
    private const int PageSize = 50;

    public static async Task<Ok<Page<CampaignResponse>>> ListAsync(
        LabsToGoDbContext db, CampaignResponses reader, CancellationToken cancellationToken, Guid? after = null)
    {
        var found = await reader.ReadAsync(
            db.Campaigns.Where(campaign => campaign.Kind == CampaignKind.Bulk && (after == null || campaign.Id.CompareTo(after.Value) < 0))
                .OrderByDescending(campaign => campaign.Id).Take(PageSize + 1),
            cancellationToken);
        var items = found.Take(PageSize).ToList();
        return TypedResults.Ok(new Page<CampaignResponse>(items, found.Count > PageSize ? items[^1].Id.ToString() : null));
    }

    public static async Task<Results<Ok<CampaignResponse>, NotFound>> GetAsync(
        Guid id, LabsToGoDbContext db, CampaignResponses reader, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(db.Campaigns.Where(campaign => campaign.Id == id), cancellationToken)).SingleOrDefault() is { } campaign
            ? TypedResults.Ok(campaign)
            : TypedResults.NotFound();
}
