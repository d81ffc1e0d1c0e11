using System.Net;
using System.Net.Sockets;

namespace LabsToGo.Testing.Processes;

public static class Ports
{
    /// <summary>Below those from which Linux gives every outgoing connection one: such a port may be taken between our look and our server's start.</summary>
    private const int First = 12_000, Last = 32_000;

    private static readonly HashSet<int> Given = [];

    // Another run on this machine begins elsewhere.
    private static int _next = Random.Shared.Next(First, Last);

    /// <summary>A port of 127.0.0.1 that nobody has; none is given out twice.</summary>
    public static int Free()
    {
        lock (Given)
        {
            while (true)
            {
                _next = _next < Last ? _next + 1 : First;
                if (IsFree(_next) && Given.Add(_next))
                    return _next;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
