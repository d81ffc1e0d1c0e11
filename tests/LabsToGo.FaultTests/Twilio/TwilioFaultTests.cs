using LabsToGo.Contracts.Http;
using LabsToGo.TwilioSandbox.Faults;

namespace LabsToGo.FaultTests.Twilio;

/// <summary>Rows 9 to 12: Twilio misbehaves.</summary>
public sealed class TwilioFaultTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_9_in_a_storm_of_429_we_ask_less_and_less_and_everybody_is_texted_in_the_end()
    {
        Faults = new FaultSettings { TooManyRequests = 1 };
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(20);
        var start = flight.Received[0].At;
        // Three times two seconds, of which the first and the last are compared.
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        var first = flight.Received.Count(receipt => receipt.At < start.AddSeconds(2));
        var last = flight.Received.Count(receipt => receipt.At > start.AddSeconds(4) && receipt.At < start.AddSeconds(6));
        Assert.True(last < first / 2, $"{first} asked in the first two seconds, {last} in the last two.");

        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public Task Row_10_errors_5xx_after_Twilio_accepted_double_nobody() => DoublesNobodyAsync(new FaultSettings { ServerErrorAfterAccepting = 0.2 });

    [Fact]
    public Task Row_12_a_reset_in_the_middle_of_the_answer_doubles_nobody() => DoublesNobodyAsync(new FaultSettings { ResetAfterAccepting = 0.2 });

    [Fact]
    public Task Row_12_an_answer_that_can_not_be_read_doubles_nobody() => DoublesNobodyAsync(new FaultSettings { MalformedAfterAccepting = 0.2 });

    [Fact]
    public Task Row_12_a_time_out_after_Twilio_accepted_doubles_nobody_also_without_callbacks() =>
        DoublesNobodyAsync(new FaultSettings { SilenceAfterAccepting = 0.1, LostCallbacks = 1 });

    [Fact]
    public async Task Row_11_an_error_500_without_acceptance_waits_for_a_person_who_sends_it_again()
    {
        Faults = new FaultSettings { ServerError = 0.3 };
        var flight = await StartAsync(Few);
        var stuck = await flight.WaitAsync(progress => progress.Planned && progress.Pending + progress.Sending == 0 && progress.Unknown > 0);
        Faults = new();
        // However often Twilio is asked.
        for (var asked = 0; asked < 2; asked++)
            await TwilioIsAskedAsync(flight);
        Assert.Equal(stuck.Unknown, (await flight.ProgressAsync()).Unknown);

        var decided = await flight.Api.PostAsync<DecisionResponse>($"/api/campaigns/{flight.Id}/messages/decisions", new DecisionRequest(Arrived: false));
        Assert.Equal(stuck.Unknown, decided.Decided);
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    private async Task DoublesNobodyAsync(FaultSettings faults)
    {
        Faults = faults;
        var flight = await StartAsync(Few);
        await flight.WaitAsync(progress => progress.Planned && progress.Pending + progress.Sending == 0);
        Faults = faults with { ServerErrorAfterAccepting = 0, ResetAfterAccepting = 0, MalformedAfterAccepting = 0, SilenceAfterAccepting = 0 };
        await flight.EndsWithEveryoneTextedOnceAsync();
    }
}
