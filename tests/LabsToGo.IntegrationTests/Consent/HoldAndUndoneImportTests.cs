using LabsToGo.Contracts.Http;
using LabsToGo.IntegrationTests.Patients;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Consent;

/// <summary>What an import said, and was undone, is as if it had never been said, also when a hold ends as if it had not been (G3).</summary>
public sealed class HoldAndUndoneImportTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData(true, true, ConsentState.Granted)]
    [InlineData(true, false, ConsentState.Granted)]
    [InlineData(false, true, ConsentState.None)]
    [InlineData(false, false, ConsentState.None)]
    public async Task An_opt_out_that_was_undone_does_not_come_back_with_the_hold_s_end(bool agreed, bool start, ConsentState left)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(agreed);
        await ReplyAsync(patient, "Wrong number");
        var import = await api.ImportRowsAsync("First name,Last name,Phone,SMS", $"{patient.FirstName},{patient.LastName},{patient.Phone},no");
        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));
        await api.UndoAsync(import);
        Assert.Equal(ConsentState.Held, await ConsentAsync(api, patient));

        if (start)
            await ReplyAsync(patient, "START");
        else
            await api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/hold", new HoldDecisionRequest(OptedOut: false));

        Assert.Equal(left, await ConsentAsync(api, patient));
    }

    private async Task ReplyAsync(PatientResponse patient, string text) =>
        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, "+18005550100", text, TestContext.Current.CancellationToken));

    private static async Task<ConsentState> ConsentAsync(ApiClient api, PatientResponse patient) =>
        (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent;
}
