namespace LabsToGo.AppHost.Embedded.Processes;

/// <summary>How to start a process.</summary>
/// <param name="Environment">Added to ours.</param>
/// <param name="Unprivileged">As an unprivileged user, if we are root.</param>
internal sealed record Launch(
    string Name,
    string File,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory,
    bool Unprivileged = false,
    int StopSignal = Signals.Terminate);
