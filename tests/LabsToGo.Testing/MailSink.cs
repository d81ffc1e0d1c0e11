using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LabsToGo.Testing;

/// <summary>A mail server (SMTP, RFC 5321) that keeps what it takes. It offers neither TLS nor sign-in.</summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<SunkMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();

    private MailSink() { }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answered to every recipient instead of taking it.</summary>
    public string? Refusal { get; set; }

    /// <summary>False: whoever connects is hung up on.</summary>
    public bool Accepts { get; set; } = true;

    public IReadOnlyList<SunkMail> Mails => [.. _mails];

    /// <summary>The verbs that it was told, over all connections.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public static MailSink Start()
    {
        var sink = new MailSink();
        sink._listener.Start();
        _ = sink.AcceptAsync();
        return sink;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            if (!Accepts)
                return;
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 sink");
            var recipients = new List<string>();
            while (await reader.ReadLineAsync() is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                _commands.Enqueue(verb);
                if (verb is "RCPT" && Refusal is null)
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                if (verb is "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue(new SunkMail([.. recipients], await BodyAsync(reader)));
                    recipients.Clear();
                }
                await writer.WriteLineAsync(verb switch
                {
                    "EHLO" or "HELO" => "250 sink",
                    "RCPT" when Refusal is { } refusal => refusal,
                    "MAIL" or "RCPT" or "DATA" or "RSET" or "NOOP" => "250 ok",
                    "QUIT" => "221 bye",
                    _ => "502 what?",
                });
                if (verb is "QUIT")
                    return;
            }
        }
    }

    private static async Task<string> BodyAsync(StreamReader reader)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
            body.AppendLine(line.StartsWith('.') ? line[1..] : line);
        return body.ToString();
    }
}
