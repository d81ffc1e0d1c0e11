using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing.Servers;

/// <summary>An S3 server on this machine, the npm package s3rver, with one bucket and a folder of its own.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "kept-files";

    /// <summary>Its one account.</summary>
    public const string AccessKey = "S3RVER", SecretKey = "S3RVER";

    private static readonly string Package = Path.Combine(Clone.Folder, "tests", "s3rver");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly ProcessLedger _ledger;
    private ChildProcess? _process;
    private string _said = "";

    private S3Server(string folder)
    {
        _folder = folder;
        _ledger = new ProcessLedger(Path.Combine(folder, "processes.json"));
        Url = new Uri($"http://127.0.0.1:{Ports.Free()}");
    }

    public Uri Url { get; }

    /// <summary>What an Api is told to keep its files here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Files__Folder"] = "",
        ["Files__S3__ServiceUrl"] = Url.ToString(),
        ["Files__S3__Bucket"] = Bucket,
        ["Files__S3__AccessKey"] = AccessKey,
        ["Files__S3__SecretKey"] = SecretKey,
    };

    /// <summary>Everything that lies in it, half of an upload included.</summary>
    public IReadOnlyList<string> Content =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder, "data", Bucket), "*", SearchOption.AllDirectories)];

    /// <summary>Downloads the package first where it is missing.</summary>
    /// <exception cref="InvalidOperationException">It could not be had, ended, or did not answer in time.</exception>
    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server(await TestServers.NewFolderAsync());
        try
        {
            // What npm writes last.
            if (!File.Exists(Path.Combine(Package, "node_modules", ".package-lock.json")))
                await server.InstallAsync();
            await server.RunAsync();
            return server;
        }
        catch
        {
            // A start that fails ends what it began.
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.KillAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task InstallAsync()
    {
        var install = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (await install.Exited != 0)
            throw new InvalidOperationException($"npm could not install what {Package} names:\n{_said}");
    }

    private async Task RunAsync()
    {
        _process = Start("node", "serve.js", Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName, $"{Url.Port}", Bucket);
        using var http = new HttpClient();
        for (var deadline = DateTime.UtcNow + Patience; !await AnswersAsync(http); await Task.Delay(50))
        {
            if (_process.Exited.IsCompleted || DateTime.UtcNow > deadline)
                throw new InvalidOperationException($"s3rver did not start:\n{_said}");
        }
    }

    private ChildProcess Start(string program, params string[] arguments) =>
        ChildProcess.Start(
            new Launch(program, "/usr/bin/env", [program, .. arguments], new Dictionary<string, string>(), Package), _ledger, line => _said += line + "\n");

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(Url);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
