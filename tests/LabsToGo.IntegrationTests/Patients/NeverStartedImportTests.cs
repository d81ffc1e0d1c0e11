using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>A review that ends before its import was started: nothing was written, so nothing is counted, and the words say no more than that.</summary>
public sealed class NeverStartedImportTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Its_file_was_kept_long_enough()
    {
        using var api = await Stack.SignInAsync();
        var import = await ReviewedAsync(api);
        await Stack.SqlAsync($"update stored_files set expires_at = now() - interval '1 second' where id = '{import.FileId}'");
        await CountsNothingAsync(api, import, "nobody started the import");
    }

    [Fact]
    public async Task A_patient_was_erased()
    {
        using var api = await Stack.SignInAsync("admin@demo.example");
        var import = await ReviewedAsync(api);
        var patient = await api.NewPatientAsync(firstName: "Filippa");
        await api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/erase", new ErasePatientRequest("Filippa Newcomer"));
        await CountsNothingAsync(api, import, "A patient was erased");
    }

    /// <summary>As a server leaves it that is stopped while it looks the file through once more.</summary>
    [Fact]
    public async Task The_server_was_stopped()
    {
        using var api = await Stack.SignInAsync();
        var import = await ReviewedAsync(api);
        await Stack.SqlAsync($"update patient_imports set status = 'running' where id = '{import.Id}'");
        await api.GetAsync<List<ImportResponse>>("/api/patients/imports");
        await CountsNothingAsync(api, import, "before anything was imported");
    }

    [Fact]
    public async Task Its_file_is_gone_when_it_is_started()
    {
        using var api = await Stack.SignInAsync();
        var import = await ReviewedAsync(api);
        File.Delete(await PathOfFileAsync(import));
        await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");
        await CountsNothingAsync(api, import, "not kept any more");
    }

    [Fact]
    public async Task The_store_fails_when_it_is_started()
    {
        using var api = await Stack.SignInAsync();
        var import = await ReviewedAsync(api);
        var path = await PathOfFileAsync(import);
        File.Delete(path);
        // What is no file can't be read as one.
        Directory.CreateDirectory(path);
        Assert.Equal(HttpStatusCode.InternalServerError, await api.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/start"));
        Directory.Delete(path);
        await CountsNothingAsync(api, import, "before anything was imported");
    }

    /// <summary>Of its three rows two would be patients, one of them opted out.</summary>
    private static async Task<ImportResponse> ReviewedAsync(ApiClient api)
    {
        var import = await api.UploadForReviewAsync(
            $"First name,Phone,SMS consent\nAna,{NewPhones.In("815")},yes\nBo,{NewPhones.In("815")},no\nCy,nobody,yes\n");
        Assert.True(import is { Status: ImportStatus.InReview, RowsRead: 3, Added: 2, OptedOut: 1, Consented: 1, Rejected: 1 }, $"{import}");
        return import;
    }

    private static async Task CountsNothingAsync(ApiClient api, ImportResponse import, string words)
    {
        ImportResponse? shown = null;
        await Eventually.IsAsync(
            async () => (shown = await api.GetAsync<ImportResponse>($"/api/patients/imports/{import.Id}")).Status is ImportStatus.Failed, () => $"{shown}");
        Assert.True(
            shown is { RowsRead: 0, Added: 0, Updated: 0, Unchanged: 0, OptedOut: 0, Consented: 0, Rejected: 0, UndoUntil: null }, $"{shown}");
        Assert.Contains(words, shown.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("are kept", shown.Error, StringComparison.Ordinal);
        var listed = await api.GetAsync<List<ImportResponse>>("/api/patients/imports");
        Assert.Equal(0, listed.Single(other => other.Id == import.Id).Added);
    }

    private async Task<string> PathOfFileAsync(ImportResponse import) => Path.Combine(
        Stack.Servers.Files,
        (string)(await Stack.SqlAsync(
            $"select replace(organization_id::text, '-', '') || '/' || replace(id::text, '-', '') from stored_files where id = '{import.FileId}'"))!);
}
