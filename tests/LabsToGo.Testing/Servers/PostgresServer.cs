using LabsToGo.AppHost.LocalServers;
using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing.Servers;

internal sealed class PostgresServer(string folder, string logFile, string password, string options, ProcessLedger ledger)
    : LocalServer("postgres", "postgres.sh", folder, logFile, password, ledger)
{
    public override string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Password={Password};Database=labstogo";

    /// <summary>How far its wall clock is ahead of the right one, from the next start on.</summary>
    public TimeSpan ClockAhead { get; set; }

    protected override Dictionary<string, string> Settings => new()
    {
        ["DATABASE"] = "labstogo",
        ["POSTGRES_OPTIONS"] = options,
        ["POSTGRES_ENVIRONMENT"] = string.Join(' ', FakeClock.Environment(ClockAhead).Select(variable => $"{variable.Key}={variable.Value}")),
    };

    protected override Task ProbeAsync(CancellationToken cancellationToken) => ServerProbes.PostgresAsync(ConnectionString, cancellationToken);
}
