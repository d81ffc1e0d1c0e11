using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

public sealed class BeingSentTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task What_is_being_handed_over_is_shown_as_that()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 5);
        Stack.Faults.Settings = new() { LatencyMilliseconds = 3_000 };
        try
        {
            var campaign = await api.StartCampaignAsync(audience.Filter);
            await Eventually.IsAsync(async () => (await ShownAsync(api, campaign.Id, "sending")).Count > 0, () => "None is shown.");
            // Between two texts none is, for a moment.
            await Eventually.IsAsync(
                async () => (await ShownAsync(api, campaign.Id, null)).Any(message => message.Status == "sending"), () => "None is, among all of them.");
            Assert.All(await ShownAsync(api, campaign.Id, "sending"), message => Assert.Equal("sending", message.Status));

            Stack.Faults.Settings = new();
            await api.WaitForEndAsync(campaign.Id);
            Assert.Empty(await ShownAsync(api, campaign.Id, "sending"));
            Assert.Equal(5, (await ShownAsync(api, campaign.Id, "delivered")).Count);
        }
        finally
        {
            Stack.Faults.Settings = new();
        }
    }

    private static async Task<IReadOnlyList<MessageResponse>> ShownAsync(ApiClient api, Guid campaign, string? status) =>
        (await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign}/messages/search", new MessageSearchRequest(status))).Items;
}
