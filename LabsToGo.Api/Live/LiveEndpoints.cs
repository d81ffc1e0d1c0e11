using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Campaigns;
using LabsToGo.Api.Dashboard;
using LabsToGo.Api.Patients.Conversations;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Live;

/// <summary>Server-sent events. A stream ends with its caller's session.</summary>
internal static class LiveEndpoints
{
    /// <summary>Between two events at least; a campaign at full speed would send hundreds else.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(300);

    /// <summary>Between two looks at most, also when nobody said that something moved.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        var live = app.MapGroup("/api").WithTags("Live").AddEndpointFilter<EndsWithTheProcess>();
        live.MapGet("/campaigns/{id:guid}/live", CampaignAsync).RequirePermission(Permission.CampaignsRead);
        live.MapGet("/live", Dashboard).RequirePermission(Permission.CampaignsRead).Audit("dashboard.watch");
        live.MapGet("/patients/{id:guid}/messages/live", ConversationAsync).RequirePermission(Permission.PatientsRead).Audit("patient.watch-messages");
    }

    private static async Task<Results<ServerSentEventsResult<CampaignProgress>, NotFound>> CampaignAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, ChangeFeed feed, TimeProvider time,
            CancellationToken cancellationToken) =>
        await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken)
            ? TypedResults.ServerSentEvents(ProgressAsync(id, caller, db, reader, feed, time, cancellationToken))
            : TypedResults.NotFound();

    private static async IAsyncEnumerable<SseItem<CampaignProgress>> ProgressAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, ChangeFeed feed, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CampaignProgress? shown = null;
        while (await db.StillRunsAsync(caller, time.GetUtcNow(), cancellationToken))
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
        ClaimsPrincipal caller, LabsToGoDbContext db, DashboardReader reader, ChangeFeed feed, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(DashboardsAsync(caller, db, reader, feed, time, cancellationToken));

    private static async IAsyncEnumerable<SseItem<DashboardResponse>> DashboardsAsync(
        ClaimsPrincipal caller, LabsToGoDbContext db, DashboardReader reader, ChangeFeed feed, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organizationId = caller.GetOrganizationId();
        while (await db.StillRunsAsync(caller, time.GetUtcNow(), cancellationToken))
        {
            yield return new SseItem<DashboardResponse>(await reader.ReadAsync(organizationId, cancellationToken), "dashboard");
            await PauseAsync(feed, organizationId, cancellationToken);
        }
    }

    private static async Task<Results<ServerSentEventsResult<ConversationResponse>, NotFound>> ConversationAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, ConversationReader reader, TimeProvider time, CancellationToken cancellationToken) =>
        await db.Patients.AnyAsync(patient => patient.Id == id, cancellationToken)
            ? TypedResults.ServerSentEvents(ConversationsAsync(id, caller, db, reader, time, cancellationToken))
            : TypedResults.NotFound();

    private static async IAsyncEnumerable<SseItem<ConversationResponse>> ConversationsAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, ConversationReader reader, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConversationResponse? shown = null;
        while (await db.StillRunsAsync(caller, time.GetUtcNow(), cancellationToken) && await reader.ReadAsync(id, cancellationToken) is { } now)
        {
            if (shown is null || now with { Texts = shown.Texts } != shown || !now.Texts.SequenceEqual(shown.Texts))
                yield return new SseItem<ConversationResponse>(shown = now, "conversation");
            await Task.Delay(Longest, cancellationToken);
        }
    }

    private static async Task PauseAsync(ChangeFeed feed, Guid id, CancellationToken cancellationToken)
    {
        await Task.Delay(Shortest, cancellationToken);
        await feed.WaitAsync(id, Longest, cancellationToken);
    }
}
