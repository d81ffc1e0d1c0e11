using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

public sealed class WaitingTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData(true, "Waits for the hours in which these patients may be texted.")]
    [InlineData(false, "Some texts did not get through. They are tried again.")]
    public async Task A_campaign_says_what_it_waits_for_and_until_when(bool forHours, string words)
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 2);
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Pending == 2);
            await Stack.SqlAsync($"update batches set due_at = now() + interval '1 hour', waits_for_hours = {forHours} where campaign_id = '{campaign.Id}'");
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        campaign = await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}");

        Assert.Equal(words, campaign.StatusNote);
        Assert.InRange(campaign.WaitingUntil!.Value, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(70));
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
    }
}
