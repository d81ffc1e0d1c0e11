namespace LabsToGo.Domain.Messages;

/// <summary>
/// Rows of one campaign and one sender that leave together: what is due, what is under way and under which claim. Every pending row is in exactly one batch,
/// so the rows themselves need no index on what changes while they are sent. Written by the set-based statements of LabsToGo.Data alone.
/// </summary>
public sealed class Batch
{
    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid SenderId { get; private set; }

    /// <summary>At most <see cref="Senders.SendingSlots.MaxMessages"/>.</summary>
    public Guid[] MessageIds { get; private set; } = [];

    /// <summary>Of all its texts together.</summary>
    public int Segments { get; private set; }

    /// <summary>POSTs that each of its rows has behind it.</summary>
    public short Tries { get; private set; }

    /// <summary>When it may next be claimed.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>It is due when the hours of its recipients open: sooner or later than it says when those hours are changed.</summary>
    public bool WaitsForHours { get; private set; }

    /// <summary>The carriers' day on which its segments were counted against a daily cap; null where none holds. It is counted once a day.</summary>
    public DateOnly? CountedOn { get; private set; }

    /// <summary>How often the database could not even judge whether its one row may be sent.</summary>
    public short Failures { get; private set; }

    /// <summary>When it was last given to the workers; null while it waits for its turn.</summary>
    public DateTimeOffset? HandedAt { get; private set; }

    /// <summary>
    /// Set while its rows are <see cref="MessageStatus.Sending"/>: the claim whose holder alone may record outcomes, committed before any POST.
    /// </summary>
    public Guid? AttemptId { get; private set; }

    public DateTimeOffset? AttemptedAt { get; private set; }

    /// <summary>When the claim counts as lost with its worker.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }
}
