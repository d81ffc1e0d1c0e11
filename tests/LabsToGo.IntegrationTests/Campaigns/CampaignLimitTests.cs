using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>A campaign that goes badly is paused before it does so to everybody; who resumes it has the last word.</summary>
public sealed class CampaignLimitTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("failed", 10, "10 texts failed of 10 (100 %), more than the 20 % under Settings")]
    [InlineData("filtered", 5, "carriers filtered 5 texts as spam of 5 (100 %), more than the 2 % under Settings")]
    [InlineData("opted_out", 5, "5 patients opted out of 5 (100 %), more than the 5 % under Settings")]
    public async Task What_goes_badly_is_paused_once_and_says_why(string limit, int enough, string words)
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 25);
        await using var service = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Planned && shown.Progress.Pending == 25);
            await GoBadlyAsync(limit, campaign.Id, enough - 1);
            Assert.DoesNotContain(
                await service.ReachedLimitsAsync(TestContext.Current.CancellationToken), reached => reached.CampaignId == campaign.Id);
            await GoBadlyAsync(limit, campaign.Id, 1);
            var paused = await api.WaitForCampaignAsync(campaign.Id, shown => shown.Status is CampaignStatus.Paused, TimeSpan.FromSeconds(20));
            // While everything is stopped, that is what a campaign says first.
            Assert.Equal($"Paused by itself: {words}", ((string)(await NoteAsync(campaign.Id))!).Split(". Look")[0]);
            Assert.Equal(25 - enough, paused.Progress.Pending);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        Assert.StartsWith("Paused by itself", (await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}")).StatusNote, StringComparison.Ordinal);
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/resume");
        var ended = await api.WaitForEndAsync(campaign.Id);
        Assert.Equal((CampaignStatus.Completed, 25), (ended.Status, ended.Progress.Finished));
    }

    [Theory]
    [InlineData(0, 11)]
    [InlineData(100, 11)]
    [InlineData(20, 12)]
    public async Task What_the_organization_allows_goes_on_and_what_has_nothing_left_to_send_ends(int percent, int failed)
    {
        using var api = await Stack.SignInAsync();
        await using var limits = await OtherLimits.SetAsync(api, limits => limits with { PauseAboveFailedPercent = percent });
        var audience = await OwnAudience.ImportAsync(Stack, 12);
        await using var service = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Planned && shown.Progress.Pending == 12);
            await GoBadlyAsync("failed", campaign.Id, failed);
            Assert.DoesNotContain(
                await service.ReachedLimitsAsync(TestContext.Current.CancellationToken), reached => reached.CampaignId == campaign.Id);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        Assert.Equal(CampaignStatus.Completed, (await api.WaitForEndAsync(campaign.Id)).Status);
    }

    private Task<object?> NoteAsync(Guid campaign) => Stack.SqlAsync($"select status_note from campaigns where id = '{campaign}'");

    /// <summary>So many more of its rows end so.</summary>
    private async Task GoBadlyAsync(string limit, Guid campaign, int rows)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var move = limit is "opted_out" ? "status = 'delivered', attempted_at = now()"
            : $"status = 'failed', error_code = {(limit is "filtered" ? 30007 : 30008)}, attempted_at = now()";
        await using var command = new NpgsqlCommand(
            $"""
            update messages set {move}
            where id in (select id from messages where campaign_id = $1 and status = 'pending' order by id limit $2)
            returning phone
            """,
            database) { Parameters = { new() { Value = campaign }, new() { Value = rows } } };
        var phones = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                phones.Add(reader.GetString(0));
        }
        foreach (var phone in phones.Where(_ => limit is "opted_out"))
            Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", "STOP", TestContext.Current.CancellationToken));
    }
}
