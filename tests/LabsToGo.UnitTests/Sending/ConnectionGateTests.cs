using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LabsToGo.UnitTests.Sending;

public sealed class ConnectionGateTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Throttle _throttle;
    private readonly ConnectionGate _gate;

    public ConnectionGateTests()
    {
        _throttle = new Throttle(_time);
        _gate = new ConnectionGate(Options.Create(new TwilioOptions { MaxConnections = 100 }), _throttle);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_no_free_connection_waits_until_there_are_enough()
    {
        using var first = await _gate.EnterAsync(80, urgent: false, Stop);
        var second = _gate.EnterAsync(30, urgent: false, Stop);
        for (var ended = 0; ended < 9; ended++)
            first.EndOne();
        Assert.False(await EntersAsync(second));
        first.EndOne();
        Assert.True(await EntersAsync(second));
        Assert.Equal(30, (await second).Connections);
    }

    [Fact]
    public async Task What_is_urgent_goes_first_and_the_rest_in_its_order()
    {
        var inside = await _gate.EnterAsync(100, urgent: false, Stop);
        var entered = new List<string>();
        var waiting = new[] { ("first", false), ("second", false), ("reply", true) }.Select(async one =>
        {
            using var pass = await _gate.EnterAsync(100, one.Item2, Stop);
            entered.Add(one.Item1);
        }).ToList();
        inside.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(["reply", "first", "second"], entered);
    }

    [Fact]
    public async Task What_is_not_needed_after_all_is_free_at_once_and_nothing_is_given_back_twice()
    {
        var pass = await _gate.EnterAsync(100, urgent: false, Stop);
        pass.Keep(2);
        using var second = await _gate.EnterAsync(98, urgent: false, Stop);
        pass.EndOne();
        pass.EndOne();
        pass.EndOne();
        pass.Dispose();
        using var third = await _gate.EnterAsync(2, urgent: false, Stop);
        Assert.False(await EntersAsync(_gate.EnterAsync(1, urgent: false, Stop)));
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nothing_with_them()
    {
        var inside = await _gate.EnterAsync(100, urgent: false, Stop);
        using var patience = new CancellationTokenSource();
        var gone = _gate.EnterAsync(100, urgent: true, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        var next = _gate.EnterAsync(100, urgent: false, Stop);
        inside.Dispose();
        Assert.True(await EntersAsync(next));
    }

    [Fact]
    public async Task While_Twilio_is_busy_fewer_are_let_in_and_one_batch_alone_always()
    {
        _throttle.Refused();
        using var large = await _gate.EnterAsync(100, urgent: false, Stop);
        var small = _gate.EnterAsync(1, urgent: false, Stop);
        for (var ended = 0; ended < 50; ended++)
            large.EndOne();
        Assert.False(await EntersAsync(small));
        large.EndOne();
        Assert.True(await EntersAsync(small));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 100)]
    [InlineData(1_000, 100)]
    public async Task A_batch_gets_at_least_one_connection_and_at_most_all(int asked, int gets)
    {
        using var pass = await _gate.EnterAsync(asked, urgent: false, Stop);
        Assert.Equal(gets, pass.Connections);
    }

    /// <summary>Who is let in goes on in another thread: there is time for that.</summary>
    private static async Task<bool> EntersAsync(Task pass) => await Task.WhenAny(pass, Task.Delay(500, Stop)) == pass;
}
