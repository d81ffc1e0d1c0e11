using LabsToGo.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace LabsToGo.MigrationService.Commands;

/// <summary>
/// What whoever operates the system does for all organizations, from a shell or the Aspire dashboard: there is no endpoint for it. Each takes the connection
/// string <c>ConnectionStrings:labstogo</c> of an administrator, says what it did, and ends with 0, or with 1 when there is something to look after.
/// </summary>
internal static class OperatorCommands
{
    private static readonly Dictionary<string, Func<OperatorCall, CancellationToken, Task<int>>> All = new()
    {
        ["verify-audit"] = VerifyAudit.RunAsync,
        ["stop-sending"] = SendingSwitch.StopAsync,
        ["resume-sending"] = SendingSwitch.ResumeAsync,
        ["add-demo-patients"] = AddDemoPatients.RunAsync,
    };

    /// <returns>The exit code; 2 when there is no such command.</returns>
    public static async Task<int> RunAsync(string[] arguments, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (arguments is not [var name, .. var rest] || !All.TryGetValue(name, out var command))
        {
            await Console.Error.WriteLineAsync(
                $"There is no command '{arguments[0]}'. Try: {string.Join(", ", All.Keys)}; or none, to bring the database to this version.");
            return 2;
        }
        await using var administrator = NpgsqlDataSource.Create(configuration.RequiredConnectionString("labstogo"));
        return await command(new OperatorCall(administrator, rest, Console.Out), cancellationToken);
    }
}
