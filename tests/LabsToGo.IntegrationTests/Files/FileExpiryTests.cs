using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Files;

public sealed class FileExpiryTests(StackFixture fixture) : IAsyncLifetime
{
    private readonly Laboratory _lab = Laboratory.OfTheDemo(fixture.Stack);
    private Laboratory _other = null!;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync() => _other = await Laboratory.NewAsync(fixture.Stack);

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        _other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rows_and_contents_of_files_whose_time_is_over_go_whoever_they_belong_to_and_others_stay()
    {
        var (over, _) = await _lab.KeepAsync();
        var (foreign, _) = await _other.KeepAsync();
        var (current, _) = await _lab.KeepAsync();

        await _lab.IsOverAsync(over);
        await _other.IsOverAsync(foreign);

        await _lab.IsGoneAsync(over);
        await _other.IsGoneAsync(foreign);
        Assert.True(await _lab.HasRowAsync(current) && await _lab.HasContentAsync(current));
    }

    [Fact]
    public async Task An_import_that_nobody_started_fails_in_words_and_one_that_is_done_stays_as_it_is()
    {
        var (file, _) = await _lab.KeepAsync();
        var (waits, done) = (await _lab.ImportAsync(file, "in_review"), await _lab.ImportAsync(file, "completed"));

        await _lab.IsOverAsync(file);

        await _lab.IsGoneAsync(file);
        Assert.Equal(
            "failed | The file was kept for 7 days and nobody started the import. Upload it again. | [] | no file", await _lab.ImportAsync(waits));
        Assert.Equal("""completed | [{"field": "lastName", "header": "Name"}] | no file""", await _lab.ImportAsync(done));
    }

    [Fact]
    public async Task What_nobody_finished_writing_goes_after_hours_and_not_before()
    {
        var (begun, writes) = (_lab.NewFile(), _lab.NewFile());
        var contents = new List<SlowBytes>();
        var writing = new List<Task>();
        foreach (var file in (Domain.Files.StoredFile[])[begun, writes])
        {
            var content = new SlowBytes(12_000_000);
            writing.Add(_lab.KeepAsync(file, content));
            await content.HalfRead.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            contents.Add(content);
        }

        await Stack.SqlAsync($"update stored_files set created_at = created_at - interval '5 hours' where id = '{begun.Id}'");
        await _lab.IsGoneAsync(begun);
        contents.ForEach(content => content.GoOn());

        await Assert.ThrowsAnyAsync<IOException>(() => writing[0]);
        await writing[1];
        Assert.True(await _lab.HasContentAsync(writes));
    }

    [Fact]
    public async Task One_that_can_not_be_deleted_keeps_no_other_and_is_tried_again()
    {
        var (stuck, _) = await _lab.KeepAsync();
        var path = Path.Combine(Stack.Servers.Files, stuck.Key);
        File.Delete(path);
        // What is no file is not deleted as one.
        Directory.CreateDirectory(path);
        var (over, _) = await _lab.KeepAsync();
        await Stack.SqlAsync($"update stored_files set expires_at = now() - interval '1 day' where id = '{stuck.Id}'");
        await _lab.IsOverAsync(over);

        await _lab.IsGoneAsync(over);
        Assert.True(await _lab.HasRowAsync(stuck));
        Assert.True(Stack.Api.IsRunning);

        Directory.Delete(path);
        await _lab.IsGoneAsync(stuck);
        var log = await File.ReadAllTextAsync(Stack.Api.LogFile, TestContext.Current.CancellationToken);
        Assert.Contains($"files that have expired could not be deleted, such as {stuck.Id}", log, StringComparison.Ordinal);
        Assert.DoesNotContain("patients.csv", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_patients_organization_has_no_uploaded_file_left_and_others_keep_theirs()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var patient = await admin.NewPatientAsync(firstName: "Filippa");
        var (file, _) = await _lab.KeepAsync();
        var (foreign, _) = await _other.KeepAsync();
        var (waits, done) = (await _lab.ImportAsync(file, "in_review"), await _lab.ImportAsync(file, "completed"));
        await Stack.SqlAsync(
            $$"""
            insert into patient_import_changes (import_id, patient_id, organization_id, before)
            values ('{{done}}', '{{patient.Id}}', '{{_lab.Id}}', '{"first_name": "Filippa"}'), ('{{done}}', '{{Guid.NewGuid()}}', '{{_lab.Id}}', '{}')
            """);

        await admin.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/erase", new ErasePatientRequest("Filippa Newcomer"));

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync(HttpMethod.Get, $"/api/files/{file.Id}"));
        Assert.StartsWith("failed | A patient was erased, and every uploaded file", await _lab.ImportAsync(waits), StringComparison.Ordinal);
        Assert.Equal(1L, await Stack.SqlAsync($"select count(*) from patient_import_changes where import_id = '{done}' and before is not null"));
        await _lab.IsGoneAsync(file);
        Assert.True(await _other.HasRowAsync(foreign) && await _other.HasContentAsync(foreign));
    }
}
