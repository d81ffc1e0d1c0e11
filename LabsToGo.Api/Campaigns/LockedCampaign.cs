using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

internal static class LockedCampaign
{
    /// <summary>Changes one campaign under its row lock, so that a click here, a click there and the planner take turns.</summary>
    /// <returns>False when there is no such campaign.</returns>
    public static Task<bool> ChangeCampaignAsync(this LabsToGoDbContext db, Guid id, Action<Campaign> change, CancellationToken cancellationToken) =>
        db.ChangeCampaignAsync(
            id,
            campaign =>
            {
                change(campaign);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <inheritdoc cref="ChangeCampaignAsync(LabsToGoDbContext, Guid, Action{Campaign}, CancellationToken)"/>
    public static async Task<bool> ChangeCampaignAsync(this LabsToGoDbContext db, Guid id, Func<Campaign, Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var campaign = await db.Campaigns.FromSql($"select * from campaigns where id = {id} for update").SingleOrDefaultAsync(cancellationToken);
        if (campaign is null)
            return false;
        await change(campaign);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
