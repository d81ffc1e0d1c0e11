using LabsToGo.AppHost.Embedded.Processes;
using LabsToGo.AppHost.Embedded.Servers;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>The real Aspire dashboard, where its command line is installed: traces, metrics and structured logs by OTLP.</summary>
internal sealed class Dashboard(Workspace workspace)
{
    private const int UsualPort = 18888;

    private readonly int frontend = Ports.Free(UsualPort), otlp = Ports.Free(), otlpHttp = Ports.Free();

    private ChildProcess? process;

    public string Url => $"http://localhost:{frontend}";

    public string OtlpEndpoint => $"http://127.0.0.1:{otlp}";

    public static string? Find(Workspace workspace)
    {
        var own = Path.Combine(workspace.Folder, "tools", "node_modules", "@microsoft", "aspire-cli-linux-x64", "bin");
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Prepend(own).Select(folder => Path.Combine(folder, "aspire")).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs until it is stopped; without it everything else still works, so it is not started again.</summary>
    public async Task RunAsync(string program, ResourceState state, CancellationToken stopping)
    {
        var file = workspace.LogFile("dashboard");
        process = ChildProcess.Start(
            new Launch(
                "dashboard",
                program,
                [
                    "dashboard", "run", "--frontend-url", $"http://127.0.0.1:{frontend}", "--otlp-grpc-url", OtlpEndpoint,
                    "--otlp-http-url", $"http://127.0.0.1:{otlpHttp}", "--allow-anonymous", "--non-interactive", "--nologo",
                ],
                new Dictionary<string, string> { ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
                workspace.Folder),
            workspace.Ledger,
            line => File.AppendAllText(file, line + "\n"));
        state.Starts(process.Id);
        while (!process.Exited.IsCompleted && !stopping.IsCancellationRequested)
        {
            if (await Answers.AsExpectedAsync(frontend, "GET / HTTP/1.0\r\n\r\n"u8.ToArray(), "HTTP/1", stopping))
            {
                state.IsHealthy();
                break;
            }
            await Task.WhenAny(process.Exited, Task.Delay(200, CancellationToken.None));
        }
        var code = await process.Exited;
        if (!stopping.IsCancellationRequested)
        {
            state.HasFailed("Ended");
            Terminal.Write("dashboard", $"ended with code {code}; everything else goes on without it. Its log: {file}");
        }
    }

    public Task StopAsync() => process is { Exited.IsCompleted: false } ? process.StopAsync(TimeSpan.FromSeconds(3)) : Task.CompletedTask;
}
