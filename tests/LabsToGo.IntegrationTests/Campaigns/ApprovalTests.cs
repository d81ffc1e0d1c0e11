using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>Above the organization's limit a campaign takes two people.</summary>
public sealed class ApprovalTests(StackFixture fixture) : IAsyncLifetime
{
    private static readonly AudienceFilter Texas = new(States: ["TX"]);

    private ApiClient staff = null!, manager = null!, owner = null!;
    private OtherLimits limits = null!;
    private long recipients;

    public async ValueTask InitializeAsync()
    {
        (staff, manager, owner) = (await fixture.Stack.SignInAsync("staff@demo.example"), await fixture.Stack.SignInAsync("manager@demo.example"), await fixture.Stack.SignInAsync());
        recipients = (await staff.PostAsync<AudienceCountResponse>("/api/campaigns/audience", Texas)).Reachable;
        limits = await OtherLimits.SetAsync(owner, limits => limits with { ApprovalAbove = (int)recipients - 1 });
    }

    public async ValueTask DisposeAsync()
    {
        await limits.DisposeAsync();
        foreach (var client in (ApiClient[])[staff, manager, owner])
            client.Dispose();
    }

    [Fact]
    public async Task It_waits_for_a_second_person_who_starts_it()
    {
        var asked = await AskAsync(staff);
        Assert.Equal((CampaignStatus.Draft, "Sara Staff", "Waits for a second person's approval."), (asked.Status, asked.Approval?.AskedBy, asked.StatusNote));
        Assert.Contains((await manager.GetAsync<DashboardResponse>("/api/dashboard")).NeedApproval, campaign => campaign.Id == asked.Id);

        var approved = await manager.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval", Seen(asked));

        Assert.Equal(("Marco Manager", null), (approved.ApprovedBy, approved.Approval));
        Assert.Equal(recipients, (await owner.WaitForEndAsync(asked.Id)).Progress.Delivered);
        var audit = await owner.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(SubjectId: asked.Id));
        Assert.Equal(
            [("campaign.approve", "Marco Manager"), ("campaign.ask-approval", "Sara Staff"), ("campaign.create", "Sara Staff")],
            audit.Items.Select(entry => (entry.Action, entry.Actor)));
    }

    [Fact]
    public async Task Who_asked_does_not_approve_and_staff_never_does()
    {
        var asked = await AskAsync(manager);
        await RefusedAsync(manager, asked, Seen(asked), HttpStatusCode.Conflict, "you asked for it yourself");
        await RefusedAsync(staff, asked, Seen(asked), HttpStatusCode.Forbidden, "role");
        await RefusedAsync(owner, asked, Seen(asked) with { Recipients = recipients - 1 }, HttpStatusCode.Conflict, $"goes to {recipients:N0} people by now");
        await owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval/withdraw");
    }

    [Fact]
    public async Task An_api_key_asks_for_who_made_it_and_approves_nothing()
    {
        var made = await owner.PostAsync<NewApiKeyResponse>("/api/api-keys", new ApiKeyRequest("Scheduler", [Permission.CampaignsRead, Permission.CampaignsEdit, Permission.CampaignsSend], Test: false, Days: 1));
        using var key = ApiClient.With(fixture.Stack.Api.Url, made.Secret);
        var asked = await AskAsync(key);

        Assert.Equal("Olivia Owner", asked.Approval!.AskedBy);
        await RefusedAsync(key, asked, Seen(asked), HttpStatusCode.Forbidden, Permission.CampaignsApprove);
        await RefusedAsync(owner, asked, Seen(asked), HttpStatusCode.Conflict, "you asked for it yourself");
        await manager.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval/decline", new DeclineRequest("Not by a program."));
    }

    [Fact]
    public async Task A_change_voids_what_was_asked_also_when_it_is_asked_again()
    {
        var asked = await AskAsync(staff);
        await staff.PutAsync<CampaignResponse>($"/api/campaigns/{asked.Id}", new CampaignRequest("Changed", "Another text", Texas));
        await RefusedAsync(manager, asked, Seen(asked), HttpStatusCode.Conflict, "waits for nobody's approval");

        var again = await staff.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/start");
        await RefusedAsync(manager, asked, Seen(asked), HttpStatusCode.Conflict, "was changed since you looked");
        var declined = await manager.PostAsync<CampaignResponse>($"/api/campaigns/{again.Id}/approval/decline", new DeclineRequest("Say who we are."));
        Assert.Equal(("Not approved by Marco Manager: Say who we are.", null), (declined.StatusNote, declined.Approval));
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_starts_it()
    {
        var asked = await AskAsync(staff);
        var answers = await Task.WhenAll(((ApiClient[])[manager, owner, manager, owner]).Select(client => client.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", Seen(asked))));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/cancel");
    }

    [Fact]
    public async Task A_change_at_the_moment_of_the_approval_is_never_sent()
    {
        for (var round = 0; round < 10; round++)
        {
            var asked = await AskAsync(staff);
            var change = staff.SendAsync(HttpMethod.Put, $"/api/campaigns/{asked.Id}", new CampaignRequest("Changed", "Another text", Texas));
            var approve = manager.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", Seen(asked));
            await Task.WhenAll(change, approve);

            var after = await owner.GetAsync<CampaignResponse>($"/api/campaigns/{asked.Id}");
            var approved = (await approve).StatusCode is HttpStatusCode.Accepted;
            Assert.Equal(!approved, (await change).IsSuccessStatusCode);
            Assert.Equal(approved ? asked.Template : "Another text", after.Template);
            Assert.Equal(approved, after.Status is not CampaignStatus.Draft);
            if (approved)
                await owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/cancel");
        }
    }

    [Fact]
    public async Task An_audience_that_grew_while_it_was_paused_takes_a_second_person()
    {
        var campaign = await staff.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Grows", "Hello", Texas));
        await using var database = await fixture.Stack.OpenDatabaseAsync();
        await using var paused = new NpgsqlCommand("update campaigns set status = 'paused', started_at = now() where id = $1", database) { Parameters = { new() { Value = campaign.Id } } };
        await paused.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        using var answer = await staff.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/resume");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await staff.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
    }

    private static async Task<CampaignResponse> AskAsync(ApiClient who)
    {
        var asked = await who.StartCampaignAsync(Texas);
        Assert.NotNull(asked.Approval);
        return asked;
    }

    private ApprovalRequest Seen(CampaignResponse asked) => new(asked.Approval!.AskedAt, recipients);

    private static async Task RefusedAsync(ApiClient who, CampaignResponse asked, ApprovalRequest seen, HttpStatusCode status, string words)
    {
        using var answer = await who.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", seen);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
