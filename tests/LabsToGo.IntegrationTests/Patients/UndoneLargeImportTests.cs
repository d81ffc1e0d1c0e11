using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>An import of many is undone in chunks, and one that was cut off in between is taken up.</summary>
public sealed class UndoneLargeImportTests(StackFixture fixture)
{
    private const int Patients = 25_000;

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task An_import_of_many_is_undone_in_chunks_and_one_that_was_cut_off_is_taken_up()
    {
        using var api = await Stack.SignInAsync();
        var phones = Enumerable.Range(0, Patients).Select(_ => NewPhones.In("802")).ToArray();
        await api.ImportRowsAsync("First name,Last name,Phone", phones.Take(Patients / 2).Select(phone => $"Rosa,Garcia,{phone}"));
        var import = await api.ImportRowsAsync("First name,Last name,Phone,City,SMS", phones.Select(phone => $"Rosa,Garcia,{phone},Barre,yes"));
        Assert.Equal((Patients / 2, Patients / 2, Patients), (import.Added, import.Updated, import.Consented));

        await CutOffAsync(import);

        var shown = await api.GetAsync<ImportResponse>($"/api/patients/imports/{import.Id}");
        Assert.Equal(ImportStatus.Undoing, shown.Status);
        var left = await api.UndoPreviewAsync(import);
        Assert.InRange(left.Added + left.Changed, 1, Patients - 10_000);
        // Whom the import does not know any more has no consent by it.
        Assert.Equal(left.Consents, left.Added + left.Changed);

        var undone = await api.UndoAsync(import);

        Assert.Equal((ImportStatus.Undone, 0), (undone.Status, undone.Kept));
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from patients where import_id = '{import.Id}' or city = 'Barre' and phone = '{phones[0]}'"));
        Assert.Equal(2L * Patients, await Stack.SqlAsync($"select count(*) from consent_events where import_id = '{import.Id}'"));
        Assert.Equal((long)Patients, await Stack.SqlAsync($"select count(*) from consent_events where import_id = '{import.Id}' and kind = 'unknown'"));
    }

    /// <summary>Another Api begins it and dies once a chunk is done.</summary>
    private async Task CutOffAsync(ImportResponse import)
    {
        var other = Stack.NewApi("api-that-dies", new Dictionary<string, string>());
        await other.StartAsync();
        using var api = await ApiClient.SignInAsync(other.Url, "owner@demo.example", "LabsToGo-Demo-1");
        var undoing = api.UndoAsync(import);
        while (0L.Equals(await Stack.SqlAsync($"select count(*) from consent_events where import_id = '{import.Id}' and note is not null")))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await other.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => undoing);
    }
}
