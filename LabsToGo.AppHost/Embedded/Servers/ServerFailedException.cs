namespace LabsToGo.AppHost.Embedded.Servers;

internal sealed class ServerFailedException(string name, string why, string logFile)
    : Exception($"{name} did not start: {why} Its log: {logFile}");
