using System.Net.Sockets;
using System.Text;

namespace LabsToGo.AppHost.Embedded.Servers;

/// <summary>Whether a server answers, asked in the first bytes of its own protocol, so that no client library is needed here.</summary>
internal static class Answers
{
    /// <param name="question">Sent first.</param>
    /// <param name="expected">What the answer begins with.</param>
    public static async Task<bool> AsExpectedAsync(int port, ReadOnlyMemory<byte> question, string expected, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(question, cancellationToken);
            var answer = new byte[expected.Length];
            var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
            return Encoding.ASCII.GetString(answer, 0, read) == expected;
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
