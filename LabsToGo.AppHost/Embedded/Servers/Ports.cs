using System.Net;
using System.Net.Sockets;

namespace LabsToGo.AppHost.Embedded.Servers;

internal static class Ports
{
    private static readonly HashSet<int> Given = [];

    /// <summary>The preferred port of 127.0.0.1 if nobody has it, else any free one; none is given out twice.</summary>
    public static int Free(int preferred = 0)
    {
        lock (Given)
        {
            for (var wanted = preferred; ; wanted = 0)
            {
                if (TryBind(wanted) is { } port && Given.Add(port))
                    return port;
            }
        }
    }

    private static int? TryBind(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
