using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>One copy to each number: that of the first patient who gets one at all.</summary>
public sealed class SharedPhoneTests(StackFixture fixture)
{
    /// <summary>More than the planner's first chunk.</summary>
    private const int Others = 1_050;

    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData(0)]
    [InlineData(Others)]
    public async Task Who_is_skipped_for_another_reason_leaves_the_copy_to_the_next(int between)
    {
        using var api = await Stack.SignInAsync();
        var (shared, run) = (NewPhones.In("802"), Guid.NewGuid().ToString("N"));
        var others = Enumerable.Range(0, between).Select(number => $"{run}-{number},Between,{number},+1291{2_000_000 + number},Burlington");
        string[] rows =
        [
            $"{run}-a,Anna,Nocity,{shared},", .. others, $"{run}-b,Ben,Second,{shared},Burlington", $"{run}-c,Cora,Third,{shared},Burlington",
        ];
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"Patient number,First name,Last name,Phone,City\n{string.Join('\n', rows)}\n"));
        Assert.Equal(between + 3, import.Added);
        var count = await api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(ImportId: import.Id));
        Assert.Equal(new AudienceCountResponse(Total: between + 3, Reachable: between + 3, Copies: between + 1), count);

        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        Guid id;
        try
        {
            id = (await api.StartCampaignAsync(new AudienceFilter(ImportId: import.Id), template: "A nurse comes to {{ city }}.")).Id;
            await api.WaitForCampaignAsync(id, shown => shown.Progress.Planned);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        var skipped = await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{id}/messages/search", new MessageSearchRequest("skipped"));
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/cancel");

        Assert.Equal(2, skipped.Items.Count);
        var reasons = skipped.Items.ToDictionary(message => message.PatientName, message => message.Reason);
        Assert.Equal("The template uses a field that is empty for this patient.", reasons["Anna Nocity"]);
        // Which of the two comes first is not said: their ids are of the same millisecond.
        var (got, not) = reasons.ContainsKey("Ben Second") ? ("Cora Third", "Ben Second") : ("Ben Second", "Cora Third");
        Assert.Equal($"{got} has the same phone number; the one copy is theirs.", reasons[not]);
    }
}
