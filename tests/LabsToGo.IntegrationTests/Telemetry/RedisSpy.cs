using System.Globalization;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace LabsToGo.IntegrationTests.Telemetry;

/// <summary>Hears every command that anybody gives to Redis, with all its values (MONITOR).</summary>
internal sealed class RedisSpy : IDisposable
{
    private readonly TcpClient _client = new();

    private readonly StringBuilder _heard = new();

    private readonly Lock _gate = new();

    private RedisSpy() { }

    public string Heard
    {
        get
        {
            lock (_gate)
                return _heard.ToString();
        }
    }

    public static async Task<RedisSpy> StartAsync(string connection)
    {
        var options = ConfigurationOptions.Parse(connection);
        var address = options.EndPoints[0].ToString()!.Split('/')[^1];
        var spy = new RedisSpy();
        await spy._client.ConnectAsync(address[..address.LastIndexOf(':')], int.Parse(address[(address.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
        await spy._client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"AUTH {options.Password}\r\nMONITOR\r\n"));
        _ = spy.ListenAsync();
        return spy;
    }

    public void Dispose() => _client.Dispose();

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _client.GetStream().ReadAsync(buffer) is var count and > 0)
            {
                lock (_gate)
                    _heard.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
