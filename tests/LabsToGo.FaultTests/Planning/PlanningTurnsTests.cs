using LabsToGo.CampaignWorker.Planning;

namespace LabsToGo.FaultTests.Planning;

/// <summary>Who is planned next, while more campaigns wait than are planned at a time.</summary>
public sealed class PlanningTurnsTests
{
    private static readonly Guid Many = Guid.NewGuid(), Few = Guid.NewGuid();

    private readonly PlanningTurns _turns = new();

    [Fact]
    public async Task An_organization_with_one_campaign_does_not_wait_for_the_hundred_of_another()
    {
        var hundred = Enumerable.Range(0, 100).Select(_ => Waiting(Many, CancellationToken.None)).ToList();
        var one = Waiting(Few, CancellationToken.None);
        Assert.False(one.Turn.IsCompleted);

        hundred.First(other => other.Turn.IsCompletedSuccessfully).Place.EndTurn();

        await one.Turn.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_one_organization_the_campaign_that_had_the_fewest_turns_is_next()
    {
        var (first, second) = (Waiting(Many, CancellationToken.None), Waiting(Many, CancellationToken.None));
        await Task.WhenAll(first.Turn, second.Turn);
        first.Place.EndTurn();
        var again = first.Place.TakeTurnAsync(CancellationToken.None);
        await again;
        var small = Waiting(Many, CancellationToken.None);
        second.Place.EndTurn();
        await small.Turn.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.False(_turns.Wanted);
    }

    [Fact]
    public async Task Who_does_not_wait_any_more_is_passed_over()
    {
        var (first, second) = (Waiting(Many, CancellationToken.None), Waiting(Many, CancellationToken.None));
        await Task.WhenAll(first.Turn, second.Turn);
        using var leaving = new CancellationTokenSource();
        var gone = Waiting(Few, leaving.Token);
        var patient = Waiting(Few, CancellationToken.None);
        await leaving.CancelAsync();
        first.Place.EndTurn();

        await patient.Turn.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone.Turn);
    }

    [Fact]
    public void A_campaign_has_one_place_however_often_its_start_is_published()
    {
        var campaign = Guid.NewGuid();
        var place = _turns.Join(Many, campaign);
        Assert.Null(_turns.Join(Many, campaign));
        place!.Dispose();
        Assert.NotNull(_turns.Join(Many, campaign));
    }

    private (PlanningTurns.Place Place, Task Turn) Waiting(Guid organization, CancellationToken cancellationToken)
    {
        var place = _turns.Join(organization, Guid.NewGuid())!;
        return (place, place.TakeTurnAsync(cancellationToken));
    }
}
