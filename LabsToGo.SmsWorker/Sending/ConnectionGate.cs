using System.Threading.RateLimiting;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>Lets only as many rows be claimed as there are connections to Twilio, so that no claimed row waits for one.</summary>
internal sealed class ConnectionGate(IOptions<TwilioOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.MaxConnections,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>Give it back when the POSTs are done.</returns>
    public async Task<IDisposable> EnterAsync(int connections, CancellationToken cancellationToken) =>
        await _limiter.AcquireAsync(Math.Min(connections, options.Value.MaxConnections), cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
