using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Time.Testing;

namespace LabsToGo.UnitTests.Sending;

public sealed class SenderCircuitTests
{
    private static readonly CreateResult Taken = new CreateResult.Accepted("SM1"), Open = new CreateResult.Unknown("No answer"),
        NotReached = new CreateResult.RetryLater(null, null, "No connection"), Busy = new CreateResult.RetryLater(null, 20429, "Too many requests"),
        Refused = new CreateResult.Rejected(20003, TwilioErrors.OfResponse(20003)),
        Unexplained = new CreateResult.Rejected(null, TwilioErrors.OfResponse(null)),
        NoMobile = new CreateResult.Rejected(21614, TwilioErrors.OfResponse(21614));

    private readonly FakeTimeProvider _time = new();
    private readonly SenderCircuit _circuit;

    public SenderCircuitTests() => _circuit = new SenderCircuit(_time);

    [Fact]
    public async Task A_few_go_first_and_the_rest_waits_for_what_they_tell()
    {
        var probes = _circuit.TryEnter()!;
        Assert.Equal(SenderCircuit.Probes, probes.Most);
        Assert.Null(_circuit.TryEnter());
        var rest = _circuit.ReadyAsync(TestContext.Current.CancellationToken);
        Assert.False(rest.IsCompleted);

        Told(probes, Taken);
        await rest;
        using var all = _circuit.TryEnter();
        Assert.Equal(int.MaxValue, all!.Most);
    }

    [Fact]
    public void After_a_silence_a_few_go_first_again()
    {
        Told(_circuit.TryEnter()!, Taken);
        _time.Advance(SenderCircuit.Trust);
        Assert.Equal(SenderCircuit.Probes, _circuit.TryEnter()!.Most);
    }

    [Fact]
    public async Task A_refused_sender_is_not_tried_for_three_seconds_and_then_with_care()
    {
        Told(_circuit.TryEnter()!, Taken);
        Told(_circuit.TryEnter()!, Taken, Refused);
        Assert.Null(_circuit.TryEnter());
        var ready = _circuit.ReadyAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(ready.IsCompleted);
        Assert.Null(_circuit.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await ready;
        Assert.Equal(SenderCircuit.Probes, _circuit.TryEnter()!.Most);
    }

    [Fact]
    public void A_Twilio_that_is_down_costs_few_and_is_asked_ever_more_rarely_and_at_least_twice_a_minute()
    {
        foreach (var pause in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            // What was under way together counts once.
            Told(_circuit.TryEnter()!, Open, NotReached, Open);
            _time.Advance(TimeSpan.FromSeconds(pause - 0.1));
            Assert.Null(_circuit.TryEnter());
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }
        Told(_circuit.TryEnter()!, Taken);
        Told(_circuit.TryEnter()!, [.. Enumerable.Repeat(Open, SenderCircuit.MostFailures)]);
        _time.Advance(TimeSpan.FromSeconds(1));
        // The long pause is forgotten with the first that was taken.
        Assert.NotNull(_circuit.TryEnter());
    }

    [Fact]
    public void Single_open_outcomes_among_what_is_taken_hold_nothing_up()
    {
        Told(_circuit.TryEnter()!, Taken);
        for (var round = 0; round < 5; round++)
        {
            Told(_circuit.TryEnter()!, [.. Enumerable.Repeat(Open, SenderCircuit.MostFailures - 1)]);
            Assert.Equal(int.MaxValue, _circuit.TryEnter()!.Most);
            Told(_circuit.TryEnter()!, Taken);
        }
        Told(_circuit.TryEnter()!, [.. Enumerable.Repeat(NotReached, SenderCircuit.MostFailures)]);
        Assert.Null(_circuit.TryEnter());
    }

    [Fact]
    public void A_refused_recipient_or_a_busy_Twilio_says_nothing_against_the_sender()
    {
        Told(_circuit.TryEnter()!, NoMobile);
        Told(_circuit.TryEnter()!, [.. Enumerable.Repeat(Busy, 100)]);
        Assert.Equal(int.MaxValue, _circuit.TryEnter()!.Most);
    }

    [Fact]
    public void A_refusal_is_told_once_for_all_that_were_refused_together_and_nothing_else_of_them_leaves()
    {
        Told(_circuit.TryEnter()!, Taken);
        var (first, second) = (_circuit.TryEnter()!, _circuit.TryEnter()!);
        Assert.True(first.Holds && second.Holds);
        Assert.Same(Refused, first.Learn(Guid.NewGuid(), Refused));
        Assert.False(first.Holds || second.Holds);
        Assert.Null(second.Learn(Guid.NewGuid(), Refused));

        _time.Advance(TimeSpan.FromSeconds(3));
        var again = _circuit.TryEnter()!;
        Assert.True(again.Holds);
        Assert.Same(Refused, again.Learn(Guid.NewGuid(), Refused));
    }

    [Fact]
    public void What_nobody_can_explain_is_the_sender_s_fault_when_it_hits_three_in_a_row()
    {
        Told(_circuit.TryEnter()!, Taken);
        var all = _circuit.TryEnter()!;
        Assert.Null(all.Learn(Guid.NewGuid(), Unexplained));
        Assert.Null(all.Learn(Guid.NewGuid(), Unexplained));
        Assert.Null(all.Learn(Guid.NewGuid(), Taken));
        Assert.False(all.SuspectsSender);

        Assert.Null(all.Learn(Guid.NewGuid(), Unexplained));
        Assert.Null(all.Learn(Guid.NewGuid(), Unexplained));
        Assert.Same(Unexplained, all.Learn(Guid.NewGuid(), Unexplained));
        Assert.True(all.SuspectsSender);
        Assert.False(all.Holds);
    }

    [Fact]
    public void After_a_pause_for_what_nobody_can_explain_it_is_counted_anew()
    {
        Told(_circuit.TryEnter()!, Unexplained, Unexplained, Unexplained);
        _time.Advance(TimeSpan.FromSeconds(3));

        using var probe = _circuit.TryEnter()!;
        Assert.Null(probe.Learn(Guid.NewGuid(), Unexplained));
        Assert.Null(probe.Learn(Guid.NewGuid(), Unexplained));
        Assert.False(probe.SuspectsSender);
        Assert.Same(Unexplained, probe.Learn(Guid.NewGuid(), Unexplained));
    }

    [Fact]
    public void One_text_that_is_refused_again_and_again_says_nothing_against_the_sender()
    {
        var text = Guid.NewGuid();
        for (var time = 0; time < 10; time++)
        {
            using var probe = _circuit.TryEnter()!;
            Assert.Null(probe.Learn(text, Unexplained));
            Assert.False(probe.SuspectsSender);
        }
    }

    /// <summary>Given back unsent, as when nothing could be claimed: nobody knows more, and the next may try.</summary>
    [Fact]
    public void Probes_of_which_none_was_posted_keep_nobody_out()
    {
        Told(_circuit.TryEnter()!, null, null);
        Assert.Equal(SenderCircuit.Probes, _circuit.TryEnter()!.Most);
    }

    private static void Told(SenderCircuit.Passage passage, params CreateResult?[] results)
    {
        foreach (var result in results.OfType<CreateResult>())
            passage.Learn(Guid.NewGuid(), result);
        passage.Dispose();
    }
}
