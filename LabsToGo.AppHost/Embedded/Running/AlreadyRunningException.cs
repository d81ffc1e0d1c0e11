namespace LabsToGo.AppHost.Embedded.Running;

internal sealed class AlreadyRunningException(string folder)
    : Exception($"LabsToGo SMS is already running from this folder (see {Path.Combine(folder, "resources.json")}). Stop it there with Ctrl-C first.");
