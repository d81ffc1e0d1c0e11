using LabsToGo.Domain.Senders;

namespace LabsToGo.UnitTests.Senders;

public sealed class SenderSharesTests
{
    private static readonly (Guid Id, double Rate) Fast = (Guid.NewGuid(), 500), Slow = (Guid.NewGuid(), 1), Third = (Guid.NewGuid(), 100);

    private static readonly Guid[] Patients = [.. Enumerable.Range(0, 50_000).Select(_ => Guid.CreateVersion7())];

    /// <summary>Within five standard deviations: one run in a million is further off by chance.</summary>
    [Fact]
    public void Shares_follow_the_rates()
    {
        foreach (var senders in ((Guid Id, double Rate)[][])[[Fast, Slow], [Fast, Third], [Fast, Slow, Third], [Third]])
        {
            var counts = Patients.CountBy(patient => senders[SenderShares.IndexOf(patient, senders)].Id).ToDictionary();
            foreach (var sender in senders)
            {
                var share = sender.Rate / senders.Sum(other => other.Rate);
                var deviation = Math.Sqrt(Patients.Length * share * (1 - share));
                Assert.InRange(
                    counts.GetValueOrDefault(sender.Id), (Patients.Length * share) - (5 * deviation), (Patients.Length * share) + (5 * deviation));
            }
        }
    }

    [Fact]
    public void A_patient_keeps_the_sender_whatever_becomes_of_the_others()
    {
        (Guid Id, double Rate)[] before = [Fast, Third], more = [Slow, Third, Fast], fewer = [Third];
        foreach (var patient in Patients.Take(5_000))
        {
            var now = before[SenderShares.IndexOf(patient, before)].Id;
            Assert.Contains(more[SenderShares.IndexOf(patient, more)].Id, new[] { now, Slow.Id });
            if (now == Third.Id)
                Assert.Equal(now, fewer[SenderShares.IndexOf(patient, fewer)].Id);
        }
    }

    [Fact]
    public void The_order_of_the_senders_does_not_matter()
    {
        (Guid Id, double Rate)[] senders = [Fast, Slow, Third], turned = [Third, Slow, Fast];
        Assert.All(
            Patients.Take(5_000),
            patient => Assert.Equal(senders[SenderShares.IndexOf(patient, senders)].Id, turned[SenderShares.IndexOf(patient, turned)].Id));
    }
}
