using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>Above the organization's limit a campaign takes two people.</summary>
public sealed class ApprovalTests(StackFixture fixture) : IAsyncLifetime
{
    private static readonly AudienceFilter Texas = new(States: ["TX"]);

    private ApiClient _staff = null!, _manager = null!, _owner = null!;
    private OtherLimits _limits = null!;
    private long _recipients;

    public async ValueTask InitializeAsync()
    {
        (_staff, _manager, _owner) = (await fixture.Stack.SignInAsync("staff@demo.example"), await fixture.Stack.SignInAsync("manager@demo.example"),
            await fixture.Stack.SignInAsync());
        _recipients = (await _staff.PostAsync<AudienceCountResponse>("/api/campaigns/audience", Texas)).Reachable;
        _limits = await OtherLimits.SetAsync(_owner, limits => limits with { ApprovalAbove = (int)_recipients - 1 });
    }

    public async ValueTask DisposeAsync()
    {
        await _limits.DisposeAsync();
        foreach (var client in (ApiClient[])[_staff, _manager, _owner])
            client.Dispose();
    }

    [Fact]
    public async Task It_waits_for_a_second_person_who_starts_it()
    {
        var asked = await AskAsync(_staff);
        Assert.Equal((CampaignStatus.Draft, "Sara Staff", "Waits for a second person's approval."), (asked.Status, asked.Approval?.AskedBy, asked.StatusNote));
        Assert.Contains((await _manager.GetAsync<DashboardResponse>("/api/dashboard")).NeedApproval, campaign => campaign.Id == asked.Id);

        var approved = await _manager.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval", Seen(asked));

        Assert.Equal(("Marco Manager", null), (approved.ApprovedBy, approved.Approval));
        Assert.Equal(_recipients, (await _owner.WaitForEndAsync(asked.Id)).Progress.Delivered);
        var audit = await _owner.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(SubjectId: asked.Id));
        Assert.Equal(
            [("campaign.approve", "Marco Manager"), ("campaign.ask-approval", "Sara Staff"), ("campaign.create", "Sara Staff")],
            audit.Items.Select(entry => (entry.Action, entry.Actor)));
    }

    [Fact]
    public async Task Who_asked_does_not_approve_and_staff_never_does()
    {
        var asked = await AskAsync(_manager);
        await RefusedAsync(_manager, asked, Seen(asked), HttpStatusCode.Conflict, "you asked for it yourself");
        await RefusedAsync(_staff, asked, Seen(asked), HttpStatusCode.Forbidden, "role");
        await RefusedAsync(
            _owner, asked, Seen(asked) with { Recipients = _recipients - 1 }, HttpStatusCode.Conflict, $"goes to {_recipients:N0} people by now");
        await _owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval/withdraw");
    }

    [Fact]
    public async Task An_api_key_asks_for_who_made_it_and_approves_nothing()
    {
        var made = await _owner.PostAsync<NewApiKeyResponse>(
            "/api/api-keys",
            new ApiKeyRequest("Scheduler", [Permission.CampaignsRead, Permission.CampaignsEdit, Permission.CampaignsSend], Test: false, Days: 1));
        using var key = ApiClient.With(fixture.Stack.Api.Url, made.Secret);
        var asked = await AskAsync(key);

        Assert.Equal("Olivia Owner", asked.Approval!.AskedBy);
        await RefusedAsync(key, asked, Seen(asked), HttpStatusCode.Forbidden, Permission.CampaignsApprove);
        await RefusedAsync(_owner, asked, Seen(asked), HttpStatusCode.Conflict, "you asked for it yourself");
        await _manager.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/approval/decline", new DeclineRequest("Not by a program."));
    }

    [Fact]
    public async Task A_change_voids_what_was_asked_also_when_it_is_asked_again()
    {
        var asked = await AskAsync(_staff);
        await _staff.PutAsync<CampaignResponse>($"/api/campaigns/{asked.Id}", new CampaignRequest("Changed", "Another text", Texas));
        await RefusedAsync(_manager, asked, Seen(asked), HttpStatusCode.Conflict, "waits for nobody's approval");

        var again = await _staff.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/start");
        await RefusedAsync(_manager, asked, Seen(asked), HttpStatusCode.Conflict, "was changed since you looked");
        var declined = await _manager.PostAsync<CampaignResponse>($"/api/campaigns/{again.Id}/approval/decline", new DeclineRequest("Say who we are."));
        Assert.Equal(("Not approved by Marco Manager: Say who we are.", null), (declined.StatusNote, declined.Approval));
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_starts_it()
    {
        var asked = await AskAsync(_staff);
        var answers = await Task.WhenAll(
            ((ApiClient[])[_manager, _owner, _manager, _owner])
                .Select(client => client.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", Seen(asked))));

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict],
            answers.Select(answer => answer.StatusCode).Order());
        await _owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/cancel");
    }

    [Fact]
    public async Task A_change_at_the_moment_of_the_approval_is_never_sent()
    {
        for (var round = 0; round < 10; round++)
        {
            var asked = await AskAsync(_staff);
            var change = _staff.SendAsync(HttpMethod.Put, $"/api/campaigns/{asked.Id}", new CampaignRequest("Changed", "Another text", Texas));
            var approve = _manager.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", Seen(asked));
            await Task.WhenAll(change, approve);

            var after = await _owner.GetAsync<CampaignResponse>($"/api/campaigns/{asked.Id}");
            var approved = (await approve).StatusCode is HttpStatusCode.Accepted;
            Assert.Equal(!approved, (await change).IsSuccessStatusCode);
            Assert.Equal(approved ? asked.Template : "Another text", after.Template);
            Assert.Equal(approved, after.Status is not CampaignStatus.Draft);
            if (approved)
                await _owner.PostAsync<CampaignResponse>($"/api/campaigns/{asked.Id}/cancel");
        }
    }

    [Fact]
    public async Task An_audience_that_grew_while_it_was_paused_takes_a_second_person()
    {
        var campaign = await _staff.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Grows", "Hello", Texas));
        await using var database = await fixture.Stack.OpenDatabaseAsync();
        await using var paused = new NpgsqlCommand(
            "update campaigns set status = 'paused', started_at = now() where id = $1", database) { Parameters = { new() { Value = campaign.Id } } };
        await paused.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        using var answer = await _staff.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/resume");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await _staff.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
    }

    private static async Task<CampaignResponse> AskAsync(ApiClient who)
    {
        var asked = await who.StartCampaignAsync(Texas);
        Assert.NotNull(asked.Approval);
        return asked;
    }

    private ApprovalRequest Seen(CampaignResponse asked) => new(asked.Approval!.AskedAt, _recipients);

    private static async Task RefusedAsync(ApiClient who, CampaignResponse asked, ApprovalRequest seen, HttpStatusCode status, string words)
    {
        using var answer = await who.SendAsync(HttpMethod.Post, $"/api/campaigns/{asked.Id}/approval", seen);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
