using System.Threading.Channels;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Messages;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Callbacks;

/// <summary>Moves each message to its end and says so by signed callbacks, at the time drawn for each.</summary>
public sealed class CallbackPlayer(
    FaultSwitches faults, CallbackSender sender, TimeProvider time, IOptions<SandboxOptions> options) : BackgroundService
{
    /// <summary>Due times are told apart no further, so that many are one round of work.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    private readonly PriorityQueue<StatusChange, DateTimeOffset> _due = new();

    /// <summary>Something is due earlier than what was the first.</summary>
    private readonly SemaphoreSlim _sooner = new(0, 1);

    private readonly Channel<StatusChange> _ready = Channel.CreateUnbounded<StatusChange>(new() { SingleWriter = true });

    internal void Schedule(SandboxMessage message)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var first = First();
            foreach (var (after, change) in MessageFate.Draw(message, faults.Settings))
                _due.Enqueue(change, now + after);
            if (First() < first && _sooner.CurrentCount == 0)
                _sooner.Release();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.CallbackConnections).Select(_ => SendAsync(stoppingToken)).Append(ReleaseAsync(stoppingToken)));

    private async Task ReleaseAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            while (TryTakeDue(now, out var change))
            {
                Apply(change, now);
                if (!change.Silent && change.Message.StatusCallback is not null)
                    await _ready.Writer.WriteAsync(change, stoppingToken);
            }
            await RestAsync(stoppingToken);
        }
    }

    /// <summary>Until something is due.</summary>
    private async Task RestAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Tick, time, stoppingToken);
        TimeSpan rest;
        lock (_gate)
            rest = First() - time.GetUtcNow();
        if (rest > TimeSpan.Zero)
            await _sooner.WaitAsync(rest < LongestRest ? rest : LongestRest, stoppingToken);
    }

    private DateTimeOffset First() => _due.TryPeek(out _, out var at) ? at : DateTimeOffset.MaxValue;

    private bool TryTakeDue(DateTimeOffset now, out StatusChange change)
    {
        lock (_gate)
        {
            if (_due.TryPeek(out change!, out var at) && at <= now)
            {
                _due.Dequeue();
                return true;
            }
            return false;
        }
    }

    /// <summary>Callbacks may come in any order; the message itself ends where it was drawn to end.</summary>
    private static void Apply(StatusChange change, DateTimeOffset now)
    {
        var message = change.Message;
        if (message.Status is "delivered" or "undelivered" or "failed")
            return;
        if (change.Status is "queued" && message.Status is "sent")
            return;
        message.Status = change.Status;
        message.ErrorCode = change.ErrorCode;
        message.UpdatedAt = now;
        if (change.Status is not ("queued" or "failed"))
            message.SentAt ??= now;
    }

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in _ready.Reader.ReadAllAsync(stoppingToken))
        {
            for (var copy = 0; copy <= change.Repeats; copy++)
                await sender.SendStatusAsync(change, stoppingToken);
        }
    }
}
