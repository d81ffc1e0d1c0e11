using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Delivery;

/// <summary>What is known of a patient when the text leaves counts, and not what was known when the campaign was started.</summary>
public sealed class CorrectedPatientTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_number_that_is_corrected_before_the_text_leaves_gets_it_if_it_may()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 5);
        List<PatientResponse> patients = [];
        foreach (var phone in audience.Phones)
            patients.Add((await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items.Single());
        var (agreed, unknown, other) = (NewPhones.In("802"), NewPhones.In("802"), patients[4].Phone);
        string[] left;
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Pending == 5);
            left = [.. patients.Take(3).Select(patient => patient.Phone)];
            await ChangeAsync(api, patients[0], agreed, consent: true);
            await ChangeAsync(api, patients[1], unknown, consent: false);
            await ChangeAsync(api, patients[2], other, consent: false);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        await api.WaitForEndAsync(campaign.Id);

        var messages = (await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest())).Items
            .ToDictionary(message => message.PatientId);
        Assert.Equal(("delivered", agreed), (messages[patients[0].Id].Status, messages[patients[0].Id].Phone));
        Assert.Equal("skipped", messages[patients[1].Id].Status);
        Assert.Contains("has not agreed to receive texts. That is about the patient's new number", messages[patients[1].Id].Reason, StringComparison.Ordinal);
        Assert.Equal("skipped", messages[patients[2].Id].Status);
        Assert.Contains("has the same phone number", messages[patients[2].Id].Reason, StringComparison.Ordinal);
        Assert.Equal(("delivered", "delivered"), (messages[patients[3].Id].Status, messages[patients[4].Id].Status));
        Assert.DoesNotContain(Stack.Received.All(), receipt => left.Contains(receipt.To) || receipt.To == unknown);
        Assert.Single(Stack.Received.All(), receipt => receipt.To == other);
        Assert.Single(Stack.Received.All(), receipt => receipt.To == agreed);
    }

    [Fact]
    public async Task Who_dies_before_the_text_leaves_does_not_get_it()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 2);
        var died = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(audience.Phones.First()))).Items.Single();
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Pending == 2);
            await api.PutAsync<PatientResponse>(
                $"/api/patients/{died.Id}",
                new PatientRequest(died.ExternalId, died.FirstName, died.LastName, died.Phone, null, null, null, null, null, false, Deceased: true));
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }

        var ended = (await api.WaitForEndAsync(campaign.Id)).Progress;

        Assert.Equal((1, 1), (ended.Delivered, ended.Skipped));
        Assert.DoesNotContain(Stack.Received.All(), receipt => receipt.To == died.Phone);
    }

    [Fact]
    public async Task Two_who_are_both_brought_to_one_number_share_one_copy()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 2);
        var number = NewPhones.In("802");
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Pending == 2);
            foreach (var phone in audience.Phones)
            {
                var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items.Single();
                await ChangeAsync(api, patient, number, consent: true);
            }
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        var ended = (await api.WaitForEndAsync(campaign.Id)).Progress;

        Assert.Equal((1, 1), (ended.Delivered, ended.Skipped));
        Assert.Single(Stack.Received.All(), receipt => receipt.To == number);
    }

    [Fact]
    public async Task What_waits_for_the_hours_follows_them_when_they_are_changed()
    {
        using var api = await Stack.SignInAsync();
        var organization = await api.GetAsync<OrganizationResponse>("/api/organization");
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        // Open for one minute of the day that is at least an hour away.
        var now = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).TimeOfDay;
        var opens = now.Hours < 12 ? 20 * 60 : 60;
        await SetHoursAsync(api, organization, new DayHours(opens, opens + 1));
        try
        {
            var campaign = await api.StartCampaignAsync(audience.Filter);
            var waiting = await api.WaitForCampaignAsync(campaign.Id, shown => shown.WaitingUntil is not null);
            Assert.Equal("Waits for the hours in which these patients may be texted.", waiting.StatusNote);
            // One that waits for another try is none of the hours' business.
            await Stack.SqlAsync(
                $"""
                with first as (select id from batches where campaign_id = '{campaign.Id}')
                update batches b set waits_for_hours = false from first f where b.id = f.id
                """);
            await SetHoursAsync(api, organization, new DayHours(opens, opens + 2));
            Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from batches where campaign_id = '{campaign.Id}' and due_at <= now()"));
            await Stack.SqlAsync($"update batches set waits_for_hours = true where campaign_id = '{campaign.Id}'");

            await SetHoursAsync(api, organization, new DayHours(0, 1440));
            var ended = await api.WaitForEndAsync(campaign.Id, TimeSpan.FromSeconds(20));
            Assert.Equal(3, ended.Progress.Delivered);
        }
        finally
        {
            await SetHoursAsync(api, organization, new DayHours(0, 1440));
        }
    }

    private static Task<OrganizationResponse> SetHoursAsync(ApiClient api, OrganizationResponse organization, DayHours hours) =>
        api.PutAsync<OrganizationResponse>(
            "/api/organization", new OrganizationRequest(organization.Name, organization.TimeZone, [.. Enumerable.Repeat(hours, 7)]));

    private static Task<PatientResponse> ChangeAsync(ApiClient api, PatientResponse patient, string phone, bool consent) =>
        api.PutAsync<PatientResponse>(
            $"/api/patients/{patient.Id}",
            new PatientRequest(null, patient.FirstName, patient.LastName, phone, null, null, patient.State, null, patient.TimeZone, consent));
}
