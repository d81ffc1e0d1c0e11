using System.Net;
using System.Net.Sockets;

namespace LabsToGo.Testing.Processes;

public static class Ports
{
    /// <summary>
    /// Below those from which Linux gives every outgoing connection one: such a port may be taken between our look and our server's start. Above those of the
    /// AppHost's own servers.
    /// </summary>
    private const int First = 12_000, Last = 32_000, BlockSize = 1_000;

    // Held until this process ends: what it found free must stay so while its servers are killed and started, whoever else runs tests.
    private static readonly (FileStream Held, int First) Block = HoldBlock();

    private static int _given;

    /// <summary>A port of 127.0.0.1 that nobody has; none is given out twice.</summary>
    /// <exception cref="InvalidOperationException">This process had its thousand.</exception>
    public static int Free()
    {
        while (Interlocked.Increment(ref _given) is var number && number <= BlockSize)
        {
            if (IsFree(Block.First + number - 1))
                return Block.First + number - 1;
        }
        throw new InvalidOperationException($"All {BlockSize} ports from {Block.First} on were given out.");
    }

    private static (FileStream Held, int First) HoldBlock()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"labstogo-ports-{Environment.UserName}")).FullName;
        int[] blocks = [.. Enumerable.Range(0, (Last - First) / BlockSize).Select(number => First + number * BlockSize)];
        // Not the one that the last run had: connections to its servers may still be closing. Another user's tests begin elsewhere, too.
        Random.Shared.Shuffle(blocks);
        foreach (var first in blocks)
        {
            try
            {
                return (new FileStream(Path.Combine(folder, $"{first}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), first);
            }
            catch (IOException)
            {
                // Another process has it.
            }
        }
        throw new InvalidOperationException($"Other processes have all ports from {First} to {Last}; see the locks in {folder}.");
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
