using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Retention;

/// <summary>Erased while texts to them wait, are being sent, or may have been.</summary>
public sealed class ErasureUnderWayTests(StackFixture fixture) : ErasureTest(fixture)
{
    [Fact]
    public async Task What_waits_for_an_erased_patient_is_taken_out_and_the_others_get_theirs()
    {
        var phones = Enumerable.Range(0, 5).Select(_ => NewPhone()).ToArray();
        var (import, patients) = await ImportAsync(phones);
        await Api.PostAsync<OrganizationResponse>("/api/organization/stop");
        var campaign = await Api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await Api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Planned: true, Pending: 5 });

        var gone = patients.Single(patient => patient.Phone == phones[2]);
        await EraseAsync(gone);

        Assert.Equal(
            "skipped|erased||",
            await Stack.SqlAsync(
                $"select format('%s|%s|%s|%s', status, reason, phone, body) from messages where campaign_id = '{campaign.Id}' and patient_id = '{gone.Id}'"));
        Assert.Equal(
            "4|4",
            await Stack.SqlAsync($"select format('%s|%s', sum(cardinality(message_ids)), sum(segments)) from batches where campaign_id = '{campaign.Id}'"));
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from batches where message_ids = '{{}}'"));
        await Api.PostAsync<OrganizationResponse>("/api/organization/resume");
        var ended = await Api.WaitForEndAsync(campaign.Id);
        Assert.Equal((4, 1), (ended.Progress.Delivered, ended.Progress.Skipped));
        Assert.Empty(ReceiptsOf(phones[2]));
    }

    [Fact]
    public async Task An_open_outcome_is_not_sent_again_and_goes_when_it_is_decided()
    {
        var phone = NewPhone();
        var (import, patients) = await ImportAsync(phone);
        Stack.Faults.Settings = new() { ServerError = 1 };
        var campaign = await Api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await Api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown == 1);
        Stack.Faults.Settings = new();
        await EraseAsync(patients[0]);
        // The reconciler still looks for it.
        Assert.Equal(phone, await Stack.SqlAsync($"select phone from messages where campaign_id = '{campaign.Id}'"));

        await Api.PostAsync<DecisionResponse>($"/api/campaigns/{campaign.Id}/messages/decisions", new DecisionRequest(Arrived: false));
        await Api.WaitForEndAsync(campaign.Id);

        await Eventually.IsAsync(async () => Equals(await PlacesAsync(phone), "consent_events"), () => "The number is still there.", seconds: 40);
        Assert.Single(ReceiptsOf(phone));
        await IsCompleteAsync(patients[0].Id);
    }

    [Fact]
    public async Task In_the_middle_of_a_campaign_every_row_still_ends_and_nobody_is_texted_twice()
    {
        var phones = Enumerable.Range(0, 400).Select(_ => NewPhone()).ToArray();
        var (import, patients) = await ImportAsync(phones);
        var campaign = await Api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await Api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Handed > 20);

        var erased = patients.OrderBy(_ => Random.Shared.Next()).Take(40).ToList();
        await Parallel.ForEachAsync(erased, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (patient, _) => await EraseAsync(patient));

        var ended = await Api.WaitForEndAsync(campaign.Id);
        Assert.Equal((phones.Length, phones.Length), (ended.Progress.Total, ended.Progress.Delivered + ended.Progress.Skipped));
        var received = phones.SelectMany(ReceiptsOf).ToList();
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
        Assert.Equal(ended.Progress.Delivered, received.Count);
        foreach (var patient in erased)
        {
            var left = $"select body || '|' || phone from messages where campaign_id = '{campaign.Id}' and patient_id = '{patient.Id}'";
            await Eventually.IsAsync(async () => Equals("|", await Stack.SqlAsync(left)), () => "A text is left.", seconds: 40);
        }
    }
}
