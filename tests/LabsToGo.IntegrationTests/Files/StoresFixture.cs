using LabsToGo.Api.Files;
using LabsToGo.Api.Files.S3;
using LabsToGo.Testing;
using LabsToGo.Testing.Servers;

namespace LabsToGo.IntegrationTests.Files;

/// <summary>Both kinds of store, empty.</summary>
public sealed class StoresFixture : IAsyncLifetime
{
    private string _folder = "";

    public S3Server Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await S3Server.StartAsync();
        _folder = await TestServers.NewFolderAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal IFileStore Store(string kind) => kind == "folder" ? new FolderFiles(Path.Combine(_folder, "kept")) : S3();

    internal S3Files S3(Uri? url = null, string bucket = S3Server.Bucket)
    {
        var options = new S3Options
        {
            ServiceUrl = (url ?? Server.Url).ToString(), Bucket = bucket, AccessKey = S3Server.AccessKey, SecretKey = S3Server.SecretKey, Prefix = "labstogo/",
        };
        Assert.Null(options.Problem());
        return new S3Files(S3Clients.Create(options), options);
    }

    /// <summary>Whatever of a key lies in a store: the file itself, beside it, or half of it.</summary>
    internal IEnumerable<string> Traces(string kind, string key) =>
        kind == "folder"
            ? Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(path => path.Contains(key, StringComparison.Ordinal))
            : Server.Content.Where(path => path.Contains(key, StringComparison.Ordinal) || path.Contains("_uploads", StringComparison.Ordinal));

    internal string FolderOf(string key) => Path.Combine(_folder, "kept", key);
}
