using LabsToGo.SmsWorker.RateLimiting;

namespace LabsToGo.FaultTests.RateLimiting;

public sealed class SenderTurnTests
{
    [Fact]
    public async Task Urgent_batches_go_first_and_the_others_in_the_order_in_which_they_came()
    {
        var turn = new SenderTurn();
        var order = new List<string>();
        var first = await turn.TakeAsync(urgent: false, CancellationToken.None);
        using var leaving = new CancellationTokenSource();
        Task[] waiting =
        [
            TakeAsync("bulk 1", false, CancellationToken.None),
            TakeAsync("gone", true, leaving.Token),
            TakeAsync("bulk 2", false, CancellationToken.None),
            TakeAsync("reply 1", true, CancellationToken.None),
            TakeAsync("reply 2", true, CancellationToken.None),
        ];
        await leaving.CancelAsync();
        first.Dispose();

        await Task.WhenAll(waiting);

        Assert.Equal(["reply 1", "reply 2", "bulk 1", "bulk 2"], order);

        async Task TakeAsync(string name, bool urgent, CancellationToken cancellationToken)
        {
            try
            {
                using var taken = await turn.TakeAsync(urgent, cancellationToken);
                order.Add(name);
            }
            catch (OperationCanceledException)
            {
                // It left.
            }
        }
    }
}
