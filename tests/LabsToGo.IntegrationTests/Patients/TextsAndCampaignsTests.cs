using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>A text to one patient is a campaign of one, which nobody need know.</summary>
public sealed class TextsAndCampaignsTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Texts_to_one_patient_are_counted_but_are_no_campaigns()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var before = await api.GetAsync<DashboardResponse>("/api/dashboard");

        var text = (await api.TextAsync(patient, "Just a word")).Texts[^1];
        await api.WaitForTextAsync(patient, shown => shown.Ours?.Status == "delivered");

        var after = await api.GetAsync<DashboardResponse>("/api/dashboard");
        Assert.Equal(before.SentToday + 1, after.SentToday);
        Assert.DoesNotContain(after.Active.Concat(after.Recent), campaign => campaign.Id == text.Ours!.CampaignId);
        Assert.DoesNotContain((await api.GetAsync<Page<CampaignResponse>>("/api/campaigns")).Items, campaign => campaign.Id == text.Ours!.CampaignId);
    }

    [Fact]
    public async Task A_campaigns_text_is_part_of_the_conversation()
    {
        using var api = await Stack.SignInAsync();
        var import = await api.ImportAsync("First name,Last name,Phone\nCarla,Campaign,+18025569199\n"u8.ToArray());
        var campaign = await api.StartCampaignAsync(new AudienceFilter(ImportId: import.Id), "Hi {{ first_name }}, it is time.", "It is time");
        await api.WaitForEndAsync(campaign.Id);
        var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("+18025569199"))).Items.Single();

        var text = Assert.Single((await api.ConversationAsync(patient)).Texts);

        Assert.Equal(
            ("Hi Carla, it is time.", TextKind.Campaign, "It is time", campaign.Id), (text.Text, text.Ours!.Kind, text.Ours.Name, text.Ours.CampaignId));
    }
}
