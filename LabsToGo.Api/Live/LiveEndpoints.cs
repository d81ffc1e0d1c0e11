using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Campaigns;
using LabsToGo.Api.Dashboard;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Live;

/// <summary>Server-sent events. A stream ends with its token's caller, and opens anew with a fresh one.</summary>
internal static class LiveEndpoints
{
    /// <summary>Between two events at least; a campaign at full speed would send hundreds else.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(300);

    /// <summary>Between two looks at most, also when nobody said that something moved.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        var live = app.MapGroup("/api").WithTags("Live").RequirePermission(Permission.CampaignsRead);
        live.MapGet("/campaigns/{id:guid}/live", CampaignAsync);
        live.MapGet("/live", Dashboard);
    }

    private static async Task<Results<ServerSentEventsResult<CampaignProgress>, NotFound>> CampaignAsync(
        Guid id, LabsToGoDbContext db, CampaignReader reader, ChangeFeed feed, CancellationToken cancellationToken) =>
        await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken)
            ? TypedResults.ServerSentEvents(ProgressAsync(id, reader, feed, cancellationToken))
            : TypedResults.NotFound();

    private static async IAsyncEnumerable<SseItem<CampaignProgress>> ProgressAsync(
        Guid id, CampaignReader reader, ChangeFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CampaignProgress? shown = null;
        while (true)
        {
            var progress = (await reader.ProgressAsync([id], cancellationToken)).GetValueOrDefault(id);
            if (progress is null)
                yield break;
            if (progress != shown)
                yield return new SseItem<CampaignProgress>(progress, "progress");
            shown = progress;
            // Receipts of a canceled campaign still come in, but its page has seen the end.
            if (progress.Status is CampaignStatus.Completed)
                yield break;
            await PauseAsync(feed, id, cancellationToken);
        }
    }

    private static ServerSentEventsResult<DashboardResponse> Dashboard(
        ClaimsPrincipal caller, DashboardReader reader, ChangeFeed feed, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(DashboardsAsync(caller.GetOrganizationId(), reader, feed, cancellationToken));

    private static async IAsyncEnumerable<SseItem<DashboardResponse>> DashboardsAsync(
        Guid organizationId, DashboardReader reader, ChangeFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            yield return new SseItem<DashboardResponse>(await reader.ReadAsync(organizationId, cancellationToken), "dashboard");
            await PauseAsync(feed, organizationId, cancellationToken);
        }
    }

    private static async Task PauseAsync(ChangeFeed feed, Guid id, CancellationToken cancellationToken)
    {
        await Task.Delay(Shortest, cancellationToken);
        await feed.WaitAsync(id, Longest, cancellationToken);
    }
}
