using System.Diagnostics;
using System.Text.Json;
using LabsToGo.Testing;

namespace LabsToGo.BrowserTests.Orchestration;

/// <summary>The AppHost as a process of its own.</summary>
public sealed class StartingTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_second_start_with_the_same_data_says_so_and_harms_nothing()
    {
        var (code, said) = await RunAsync("--Servers=local", $"--DataFolder={fixture.Stack.Folder}");

        Assert.Equal(1, code);
        Assert.StartsWith($"LabsToGo SMS is already running with the data in {fixture.Stack.Folder}.", Assert.Single(said), StringComparison.Ordinal);
        using var api = await fixture.Stack.SignInAsync();
    }

    [Fact]
    public async Task An_unknown_kind_of_servers_is_refused_in_one_line()
    {
        var (code, said) = await RunAsync("--Servers=mainframe");

        Assert.Equal(1, code);
        Assert.Equal(
            "Servers=mainframe is unknown. Set Servers=containers, or Servers=local for this machine's own Postgres, Redis and RabbitMQ.", Assert.Single(said));
    }

    [Fact]
    public async Task What_is_published_has_containers_for_servers_and_all_that_the_services_are_told_here()
    {
        var file = Path.Combine(fixture.Stack.Folder, "manifest.json");
        var (code, said) = await RunAsync("--operation", "publish", "--publisher", "manifest", "--output-path", file);
        Assert.True(code == 0, string.Join('\n', said));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var resources = manifest.RootElement.GetProperty("resources");

        Assert.All(
            (string[])["postgres", "redis", "messaging"],
            server => Assert.Matches(@":\d+\.\d+", resources.GetProperty(server).GetProperty("image").GetString()));
        Assert.All((string[])["migrations", "api", "campaign-worker", "sms-worker"], service =>
            Assert.Equal(
                "{labstogo.connectionString}", resources.GetProperty(service).GetProperty("env").GetProperty("ConnectionStrings__labstogo").GetString()));
        Assert.All((string[])["api", "sms-worker"], service =>
            Assert.Equal("{api.bindings.http.url}", resources.GetProperty(service).GetProperty("env").GetProperty("Twilio__PublicBaseUrl").GetString()));
    }

    [Fact]
    public async Task A_fresh_start_empties_the_data_also_where_they_lie_elsewhere()
    {
        var data = Directory.CreateDirectory(Path.Combine(fixture.Stack.Folder, "other-data")).FullName;
        var elsewhere = Directory.CreateDirectory(Path.Combine(fixture.Stack.Folder, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.Combine(data, "postgres", "data"));
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "dump.rdb"), "old", TestContext.Current.CancellationToken);
        // As the servers' script does below a home that is closed to them.
        File.CreateSymbolicLink(Path.Combine(data, "redis"), elsewhere);

        // Published, so that nothing is started.
        var (code, said) = await RunAsync(
            "--Servers=local", $"--DataFolder={data}", "--Fresh=true", "--operation", "publish", "--publisher", "manifest", "--output-path",
            elsewhere + ".json");

        Assert.True(code == 0, string.Join('\n', said));
        Assert.Equal(["lock"], new DirectoryInfo(data).GetFileSystemInfos().Select(entry => entry.Name));
        Assert.False(Directory.Exists(elsewhere));
    }

    private static async Task<(int Code, IReadOnlyList<string> Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LabsToGo.AppHost.dll"), .. arguments])
        {
            WorkingDirectory = Path.Combine(Clone.Folder, "LabsToGo.AppHost"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://localhost:0" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await error).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
