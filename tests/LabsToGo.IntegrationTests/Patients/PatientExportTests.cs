using System.Net;
using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

public sealed class PatientExportTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task It_holds_the_details_the_ledger_the_texts_with_their_ways_the_replies_and_who_looked()
    {
        using var manager = await Stack.SignInAsync("manager@demo.example");
        using var viewer = await Stack.SignInAsync("viewer@demo.example");
        var phone = NewPhones.In("307");
        var patient = await manager.PostAsync<PatientResponse>(
            "/api/patients",
            new PatientRequest($"MRN-{Guid.NewGuid():N}", "Expo", "Rted", phone, new DateOnly(1950, 1, 2), "Casper", "WY", "82609", null, ConsentGiven: true));
        var campaign = await manager.StartCampaignAsync(new AudienceFilter(PostalCodePrefix: "82609"), name: "Exported campaign");
        await manager.WaitForEndAsync(campaign.Id);
        // It may have been delivered before the word came that it was sent.
        await Eventually.IsAsync(
            async () =>
                await Stack.SqlAsync($"select 1 from messages where campaign_id = '{campaign.Id}' and history ?& array['sent', 'delivered']") is not null,
            () => "The text's way was not told whole.");
        var sender = Stack.SandboxMessages.Conversation(phone)[^1].From;
        Assert.True(await Stack.Phone.ReplyAsync(phone, sender, "See you then", TestContext.Current.CancellationToken));
        await viewer.GetAsync<PatientResponse>($"/api/patients/{patient.Id}");

        using var answer = await manager.SendAsync(HttpMethod.Get, $"/api/patients/{patient.Id}/export");
        var export = JsonSerializer.Deserialize<PatientExport>(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ContractJson.Options)!;

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal($"patient-{patient.Id:N}.json", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            (patient.ExternalId, "Expo", "Rted", phone, patient.DateOfBirth),
            (export.Patient.ExternalId, export.Patient.FirstName, export.Patient.LastName, export.Patient.Phone, export.Patient.DateOfBirth));
        Assert.True(Assert.Single(export.Consents) is { Consent: ConsentState.Granted, Source: "staff" } line && line.Phone == phone);
        var message = Assert.Single(export.Messages);
        Assert.Equal(("Exported campaign", "delivered", phone), (message.Campaign, message.Status, message.Phone));
        Assert.Contains("Hi Expo", message.Text, StringComparison.Ordinal);
        Assert.All((string[])["sent", "delivered"], word => Assert.Contains(word, message.History.Keys));
        Assert.Equal("See you then", Assert.Single(export.Replies).Text);
        Assert.Contains(export.Access, entry => entry is { Actor: "Victor Viewer", Action: "patient.read" });

        var audited = (await Stack.SqlAsync(
            $"select count(*) from audit_entries where subject_id = '{patient.Id}' and action = 'patient.export' and outcome = ''"))!;
        Assert.Equal(1L, audited);
        using var refused = await viewer.SendAsync(HttpMethod.Get, $"/api/patients/{patient.Id}/export");
        using var unknown = await manager.SendAsync(HttpMethod.Get, $"/api/patients/{Guid.NewGuid()}/export");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, unknown.StatusCode));
    }
}
