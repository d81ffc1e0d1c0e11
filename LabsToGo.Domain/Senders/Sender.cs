using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Senders;

/// <summary>A number that texts leave from, with its own throughput.</summary>
public sealed class Sender
{
    private Sender() { }

    public Sender(Guid organizationId, string phone, string label, double segmentsPerSecond, int? dailyCap, bool? answersKeywords, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OrganizationId = organizationId;
        Phone = phone;
        CreatedAt = now;
        RepliesReadUntil = now;
        Change(label, segmentsPerSecond, dailyCap, answersKeywords);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>E.164, or a short code of 5 or 6 digits. It never changes: what left from it, and who replies to it, is known by it.</summary>
    public string Phone { get; private set; } = "";

    public string Label { get; private set; } = "";

    /// <summary>
    /// Twilio's throughput of this number. It counts segments, not messages: a long code outside A2P 1, toll-free 3, A2P 10DLC 3.75 to 225,
    /// a short code 100 and more.
    /// </summary>
    public double SegmentsPerSecond { get; private set; }

    /// <summary>Segments that may leave from it in one of the carriers' days; null for any number.</summary>
    public int? DailyCap { get; private set; }

    /// <summary>
    /// Whether every STOP, START and HELP to it is for us to answer: Twilio does so by itself on long codes and toll-free numbers, but not on short codes, nor
    /// where the account has message redaction (<see href="https://www.twilio.com/docs/api/errors/23004"/>).
    /// </summary>
    public bool AnswersKeywords { get; private set; }

    public SenderStatus Status { get; private set; }

    public string? PauseReason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Of what came to this number, the newest that was asked for at Twilio, beside what its webhook brings. By Twilio's clock.</summary>
    public DateTimeOffset RepliesReadUntil { get; private set; }

    /// <param name="answersKeywords">Null is as Twilio is where nobody changed it: true for a short code alone.</param>
    /// <exception cref="DomainException">The rate is outside of 0.1 to 100,000 segments per second, or the cap outside of its range.</exception>
    public void Change(string label, double segmentsPerSecond, int? dailyCap, bool? answersKeywords)
    {
        if (segmentsPerSecond is not (>= 0.1 and <= 100_000))
            throw new DomainException("A sender's rate must be between 0.1 and 100,000 SMS parts per second.");
        DailyCap = Senders.DailyCap.Checked(dailyCap);
        Label = label;
        SegmentsPerSecond = segmentsPerSecond;
        AnswersKeywords = answersKeywords ?? Phone[0] != '+';
    }

    /// <exception cref="DomainException">It is retired.</exception>
    public void Pause(string reason)
    {
        RefuseRetired();
        Status = SenderStatus.Paused;
        PauseReason = reason;
    }

    public void Retire()
    {
        Status = SenderStatus.Retired;
        PauseReason = null;
    }

    /// <exception cref="DomainException">It is retired: to come back from there is an act of its own.</exception>
    public void Resume()
    {
        RefuseRetired();
        Status = SenderStatus.Active;
        PauseReason = null;
    }

    /// <exception cref="DomainException">It is not retired.</exception>
    public void UseAgain()
    {
        if (Status != SenderStatus.Retired)
            throw new DomainException("This number is not retired.");
        Status = SenderStatus.Active;
    }

    private void RefuseRetired()
    {
        if (Status == SenderStatus.Retired)
            throw new DomainException("This number is retired. Choose Use again first.");
    }
}
