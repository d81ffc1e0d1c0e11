namespace LabsToGo.AppHost.Embedded.Servers;

internal sealed class MissingServerException(string program, string package)
    : Exception($"The program {program} is not on this machine. Debian and Ubuntu have it in the package {package}: sudo apt-get install {package}");
