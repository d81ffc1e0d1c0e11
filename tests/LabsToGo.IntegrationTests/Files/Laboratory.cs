using System.Security.Cryptography;
using LabsToGo.Api.Files;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Files;
using LabsToGo.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.IntegrationTests.Files;

/// <summary>An organization whose files are kept by the Api's own code, in this process, into the store of a running Api.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly Stack _stack;
    private readonly IHost _host;

    private Laboratory(Stack stack, Guid id, IReadOnlyDictionary<string, string> settings)
    {
        (_stack, Id) = (stack, id);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:labstogo"] = stack.ApiDatabase, ["Files:Folder"] = stack.Servers.Files });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        builder.AddLabsToGoContext();
        builder.AddFiles();
        builder.Services.AddSingleton(TimeProvider.System);
        _host = builder.Build();
    }

    public Guid Id { get; }

    public IFileStore Store => _host.Services.GetRequiredService<IFileStore>();

    /// <summary>That of the demo users.</summary>
    public static Laboratory OfTheDemo(Stack stack, IReadOnlyDictionary<string, string>? settings = null) =>
        new(stack, new("0197f000-0000-7000-8000-000000000001"), settings ?? new Dictionary<string, string>());

    public static async Task<Laboratory> NewAsync(Stack stack)
    {
        var id = Guid.NewGuid();
        await stack.SqlAsync(
            $$"""
            insert into organizations
            select (jsonb_populate_record(demo, '{"id": "{{id}}", "name": "Another laboratory"}')).* from organizations demo order by created_at limit 1
            """);
        return new(stack, id, new Dictionary<string, string>());
    }

    public StoredFile NewFile(string name = "patients.csv", TimeSpan? kept = null) => new(
        Id, StoredFileKind.Import, name, Permission.PatientsImport, Guid.NewGuid(), DateTimeOffset.UtcNow, kept ?? TimeSpan.FromDays(7));

    public async Task KeepAsync(StoredFile file, Stream content)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(Id);
        await scope.ServiceProvider.GetRequiredService<KeptFiles>().AddAsync(file, content, TestContext.Current.CancellationToken);
    }

    public async Task<(StoredFile File, byte[] Content)> KeepAsync(string name = "patients.csv", TimeSpan? kept = null)
    {
        var (file, content) = (NewFile(name, kept), RandomNumberGenerator.GetBytes(100_000));
        await KeepAsync(file, new UploadedBytes(content));
        return (file, content);
    }

    /// <summary>An import of the file.</summary>
    public async Task<Guid> ImportAsync(StoredFile file, string status)
    {
        var id = Guid.NewGuid();
        await _stack.SqlAsync(
            $$"""
            insert into patient_imports (id, organization_id, file_name, consent_given, review, created_by, created_at, status, file_id, bytes_read, rows_read,
                added, updated, duplicates, rejected, columns)
            values ('{{id}}', '{{Id}}', 'patients.csv', true, true, '{{Guid.NewGuid()}}', now(), '{{status}}', '{{file.Id}}', 0, 0, 0, 0, 0, 0,
                '[{"header": "Name", "field": "lastName"}]')
            """);
        return id;
    }

    /// <summary>The import's status, error, columns, and whether it still has a file.</summary>
    public async Task<string?> ImportAsync(Guid id) => (string?)await _stack.SqlAsync(
        $"""
        select concat_ws(' | ', status, error, columns::text, case when file_id is null then 'no file' else 'a file' end)
        from patient_imports where id = '{id}'
        """);

    public Task IsOverAsync(StoredFile file) => _stack.SqlAsync(
        $"update stored_files set created_at = now() - (expires_at - created_at), expires_at = now() where id = '{file.Id}'");

    public async Task<bool> HasRowAsync(StoredFile file) => (bool)(await _stack.SqlAsync($"select exists (select from stored_files where id = '{file.Id}')"))!;

    public async Task<bool> HasContentAsync(StoredFile file)
    {
        try
        {
            await using var content = await Store.OpenAsync(file.Key, TestContext.Current.CancellationToken);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public async Task IsGoneAsync(StoredFile file)
    {
        await Eventually.IsAsync(async () => !await HasRowAsync(file), () => "The row of the file is still there.");
        // What is gone first.
        Assert.False(await HasContentAsync(file));
    }

    public void Dispose() => _host.Dispose();
}
