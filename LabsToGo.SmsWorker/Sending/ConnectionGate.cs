using System.Threading.RateLimiting;
using LabsToGo.Domain.Senders;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Lets only as many rows be claimed as there are connections to Twilio, and one batch more, which is being claimed while the others are under way:
/// a claimed row waits for a connection for a moment at most.
/// </summary>
internal sealed class ConnectionGate(IOptions<TwilioOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.MaxConnections + SendingSlots.MaxMessages,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>Give it back when the POSTs are done.</returns>
    public async Task<IDisposable> EnterAsync(int messages, CancellationToken cancellationToken) =>
        await _limiter.AcquireAsync(Math.Clamp(messages, 1, SendingSlots.MaxMessages), cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
