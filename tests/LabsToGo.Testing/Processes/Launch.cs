namespace LabsToGo.Testing.Processes;

/// <summary>How to start a process.</summary>
/// <param name="Environment">Added to ours.</param>
internal sealed record Launch(
    string Name,
    string File,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory);
