namespace LabsToGo.Domain.Senders;

/// <summary>What was handed out of a sender on one of the carriers' days while a <see cref="DailyCap"/> held. Written by the dispatcher alone.</summary>
public sealed class DailySegments
{
    public Guid SenderId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public DateOnly Day { get; private set; }

    public long Segments { get; private set; }
}
