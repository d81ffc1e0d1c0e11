using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Files;
using LabsToGo.Testing;
using LabsToGo.Testing.Servers;

namespace LabsToGo.IntegrationTests.Files;

public sealed class FileDownloadTests(StackFixture fixture) : IDisposable
{
    private readonly Laboratory _lab = Laboratory.OfTheDemo(fixture.Stack);

    private Stack Stack => fixture.Stack;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Who_may_read_a_file_gets_it_as_it_came_and_the_audit_log_says_so()
    {
        var (file, content) = await _lab.KeepAsync("Pacientes «März».csv");
        using var staff = await Stack.SignInAsync("staff@demo.example");

        using var answer = await GetAsync(staff, file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Stop));
        var headers = answer.Content.Headers;
        Assert.Equal(("application/octet-stream", content.LongLength), (headers.ContentType?.MediaType, headers.ContentLength));
        Assert.Equal(("attachment", "Pacientes «März».csv"), (headers.ContentDisposition?.DispositionType, headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal([("file.download", "Sara Staff", "")], await AuditedAsync(file));
    }

    [Fact]
    public async Task Without_the_files_own_permission_it_is_refused_and_the_audit_log_says_so()
    {
        var (file, _) = await _lab.KeepAsync();
        using var viewer = await Stack.SignInAsync("viewer@demo.example");

        using var answer = await GetAsync(viewer, file);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Your role does not allow this.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal([("file.download", "Victor Viewer", "denied 403")], await AuditedAsync(file));
    }

    [Fact]
    public async Task Another_organizations_file_is_nobodys_file()
    {
        using var other = await Laboratory.NewAsync(Stack);
        var (file, _) = await other.KeepAsync();
        using var owner = await Stack.SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, await owner.StatusAsync(HttpMethod.Get, $"/api/files/{file.Id}"));
    }

    [Fact]
    public async Task One_that_is_being_written_is_not_there_yet()
    {
        var file = _lab.NewFile();
        var content = new SlowBytes(12_000_000);
        var writing = _lab.KeepAsync(file, content);
        await content.HalfRead.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        using var owner = await Stack.SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, await owner.StatusAsync(HttpMethod.Get, $"/api/files/{file.Id}"));

        content.GoOn();
        await writing;
        Assert.Equal(HttpStatusCode.OK, await owner.StatusAsync(HttpMethod.Get, $"/api/files/{file.Id}"));
    }

    [Fact]
    public async Task An_Api_with_a_bucket_gives_what_lies_there_and_says_when_it_is_away()
    {
        var server = await S3Server.StartAsync();
        var api = Stack.NewApi("bucket-api", server.Settings);
        try
        {
            await api.StartAsync();
            using var lab = Laboratory.OfTheDemo(Stack, server.Settings);
            var (file, content) = await lab.KeepAsync();
            using var owner = await ApiClient.SignInAsync(api.Url, "owner@demo.example", "LabsToGo-Demo-1");
            using var answer = await GetAsync(owner, file);
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Stop));

            await server.DisposeAsync();
            using var away = await GetAsync(owner, file);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Contains("The file store does not answer just now.", await away.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.DoesNotContain(S3Server.SecretKey, await File.ReadAllTextAsync(api.LogFile, Stop), StringComparison.Ordinal);
        }
        finally
        {
            await api.KillAsync();
            await server.DisposeAsync();
        }
    }

    private static Task<HttpResponseMessage> GetAsync(ApiClient caller, StoredFile file) => caller.SendAsync(HttpMethod.Get, $"/api/files/{file.Id}");

    private async Task<List<(string, string, string)>> AuditedAsync(StoredFile file)
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var entries = await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(SubjectId: file.Id));
        return [.. entries.Items.Select(entry => (entry.Action, entry.Actor, entry.Outcome))];
    }
}
