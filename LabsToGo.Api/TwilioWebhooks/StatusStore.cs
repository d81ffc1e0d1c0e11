using LabsToGo.Data;
using LabsToGo.Data.Following;
using LabsToGo.Data.Live;
using LabsToGo.Data.Tenancy;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.TwilioWebhooks;

internal sealed class StatusStore(IServiceScopeFactory scopes, CampaignChanges changes, IOptions<FollowingOptions> following)
{
    /// <inheritdoc cref="StoreStatuses"/>
    public async Task StoreAsync(Guid organizationId, IReadOnlyList<StatusUpdate> updates, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organizationId);
        var db = scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>();
        var campaigns = await db.WithConnectionAsync(
            connection => connection.ApplyStatusesAsync(updates, following.Value, cancellationToken), cancellationToken);
        foreach (var campaign in campaigns)
            changes.Changed(organizationId, campaign);
    }
}
