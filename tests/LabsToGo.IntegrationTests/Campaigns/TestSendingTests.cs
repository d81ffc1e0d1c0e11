using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>A draft that is tried out on one patient.</summary>
public sealed class TestSendingTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_test_arrives_as_the_campaign_would_and_the_draft_stays_one()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(firstName: "Tessa");
        var draft = await DraftAsync(api, "Hi {{ first_name }}, {{ lab_name }} here.");

        await api.PostAsync<ConversationResponse>($"/api/campaigns/{draft.Id}/test", new TestRequest(patient.Id));
        var text = await api.WaitForTextAsync(patient, shown => shown.Ours?.Status == "delivered");

        Assert.Equal("Hi Tessa, Labs To Go Demo here.", Assert.Single(Stack.SandboxMessages.Conversation(patient.Phone)).Body);
        Assert.Equal((TextKind.Test, draft.Name), (text.Ours!.Kind, text.Ours.Name));
        Assert.Equal(CampaignStatus.Draft, (await api.GetAsync<CampaignResponse>($"/api/campaigns/{draft.Id}")).Status);
        Assert.DoesNotContain((await api.GetAsync<Page<CampaignResponse>>("/api/campaigns")).Items, campaign => campaign.Id == text.Ours.CampaignId);
    }

    [Fact]
    public async Task A_test_that_can_t_be_sent_is_refused_in_words()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var never = await api.NewPatientAsync(consent: false);
        var draft = await DraftAsync(api, "Hello {{ first_name }}");
        var townless = await DraftAsync(api, "Hello from {{ city }}");
        var started = await api.StartCampaignAsync(new AudienceFilter(States: ["NC"]));

        await IsRefusedAsync(api, draft.Id, never.Id, HttpStatusCode.Conflict, "has not agreed");
        await IsRefusedAsync(api, draft.Id, null, HttpStatusCode.BadRequest, "patientId");
        await IsRefusedAsync(api, draft.Id, Guid.NewGuid(), HttpStatusCode.BadRequest, "no such patient");
        await IsRefusedAsync(api, townless.Id, patient.Id, HttpStatusCode.BadRequest, "field that is empty");
        await IsRefusedAsync(api, started.Id, patient.Id, HttpStatusCode.Conflict, "started already");
        await api.WaitForEndAsync(started.Id);
        Assert.Empty(Stack.SandboxMessages.Conversation(patient.Phone));
    }

    private static Task<CampaignResponse> DraftAsync(ApiClient api, string template) =>
        api.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("To be tried", template, new AudienceFilter()));

    private static async Task IsRefusedAsync(ApiClient api, Guid campaign, Guid? patient, HttpStatusCode status, string why)
    {
        using var answer = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/test", new TestRequest(patient));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
