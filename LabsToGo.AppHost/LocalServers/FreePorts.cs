using System.Net.NetworkInformation;

namespace LabsToGo.AppHost.LocalServers;

/// <summary>Ports of this machine on which nobody listens; none is given out twice.</summary>
internal static class FreePorts
{
    /// <summary>Below those from which Linux gives every outgoing connection one: a server that crashed finds its port as it left it.</summary>
    private const int First = 10_000, Last = 12_000;

    private static readonly HashSet<int> Taken = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port)];

    public static int Next()
    {
        int port;
        do
            port = Random.Shared.Next(First, Last);
        while (!Taken.Add(port));
        return port;
    }
}
