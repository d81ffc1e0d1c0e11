using LabsToGo.Data.Looping;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LabsToGo.UnitTests.Looping;

public sealed class LoopTests
{
    private readonly LoopHealth _health = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Said _said = new();

    [Fact]
    public async Task A_failure_is_told_once_rests_ever_longer_and_shows_in_health_until_a_round_succeeds()
    {
        var loop = new Work(_health, _time, _said);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        await RoundsAsync(loop, 1);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);

        loop.Fails = true;
        await RoundsAsync(loop, loop.Began.Count + 6);
        var degraded = await HealthAsync();
        Assert.Equal((HealthStatus.Degraded, "Work fails (InvalidOperationException)"), (degraded.Status, degraded.Description));
        Assert.Equal(["Work failed. It tries again, and says so when it succeeds"], _said.Lines);
        var pauses = loop.Began.Zip(loop.Began.Skip(1), (one, next) => next - one).TakeLast(5);
        Assert.All(pauses.Zip([1, 2, 4, 5, 5]), pause => Assert.True(pause.First >= TimeSpan.FromSeconds(pause.Second), $"{pause.First} after a failure"));

        loop.Fails = false;
        await RoundsAsync(loop, loop.Began.Count + 2);
        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
        Assert.StartsWith("Work works again", _said.Lines[^1], StringComparison.Ordinal);
    }

    private Task<HealthCheckResult> HealthAsync() => _health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

    /// <summary>Time goes on in small steps, each as soon as the loop has had its turn.</summary>
    private async Task RoundsAsync(Work loop, int count)
    {
        while (loop.Began.Count < count)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            // For the loop, which goes on in another thread: a step is far below what is asserted.
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private sealed class Work(LoopHealth health, TimeProvider time, ILogger logger) : Loop(TimeSpan.FromMilliseconds(100), health, time, logger)
    {
        private readonly TimeProvider _time = time;

        public bool Fails { get; set; }

        public List<DateTimeOffset> Began { get; } = [];

        protected override Task RunOnceAsync(CancellationToken cancellationToken)
        {
            Began.Add(_time.GetUtcNow());
            return Fails ? throw new InvalidOperationException("It fails.") : Task.CompletedTask;
        }
    }

    private sealed class Said : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
