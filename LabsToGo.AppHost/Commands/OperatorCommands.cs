using System.Reflection;

#pragma warning disable ASPIREPROCESSCOMMAND001 // New in Aspire, and may change.

namespace LabsToGo.AppHost.Commands;

/// <summary>
/// Commands of the migration service, run from the dashboard as they are from a shell: with the connection string of the server's administrator.
/// </summary>
internal static class OperatorCommands
{
    private static readonly string Configuration = typeof(OperatorCommands).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration
        ?? "Debug";

    /// <param name="name">As in a shell.</param>
    /// <param name="confirmation">What is asked before; null where nothing is changed.</param>
    public static IResourceBuilder<T> WithOperatorCommand<T>(
        this IResourceBuilder<T> resource, IResourceBuilder<IResourceWithConnectionString> database, string name, string displayName, string description,
        string icon, string? confirmation = null)
        where T : IResource =>
        resource.WithProcessCommand(
            name,
            displayName,
            async command => new ProcessCommandSpec("dotnet")
            {
                Arguments =
                    ["run", "--no-build", "--no-launch-profile", "--configuration", Configuration, "--project",
                        new Projects.LabsToGo_MigrationService().ProjectPath, "--", name],
                EnvironmentVariables = new Dictionary<string, string>
                {
                    ["ConnectionStrings__labstogo"] = (await database.Resource.GetConnectionStringAsync(command.CancellationToken))!,
                    // Nobody looks for what a command of a second has to tell.
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "",
                },
            },
            new ProcessCommandOptions
            {
                Description = description,
                IconName = icon,
                ConfirmationMessage = confirmation,
                Progress = new CommandProgressOptions { Title = displayName, Message = "This takes some seconds.", HideCancelButton = true },
                // A command that did its work may still have found something to look after.
                GetCommandResult = ended => Task.FromResult(Result(displayName, ended)),
            });

    private static ExecuteCommandResult Result(string displayName, ProcessCommandResultContext ended)
    {
        var output = new CommandResultData { Value = ended.GetFormattedOutput(200, displayName), Format = CommandResultFormat.Text, DisplayImmediately = true };
        return ended.ExitCode == 0
            ? CommandResults.Success($"{displayName}: done", output)
            : CommandResults.Failure($"{displayName}: see what it found", output);
    }
}
