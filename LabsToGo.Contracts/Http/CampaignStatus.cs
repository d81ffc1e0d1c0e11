namespace LabsToGo.Contracts.Http;

public enum CampaignStatus
{
    /// <summary>Being written; nothing has happened yet.</summary>
    Draft,

    /// <summary>Started by a person; no planner has taken it yet.</summary>
    Queued,

    /// <summary>Its recipients are being written down; those already written may be sent.</summary>
    Planning,

    /// <summary>Planned; recipients are being sent to and followed.</summary>
    Running,

    Paused,

    /// <summary>Every recipient is in a final state.</summary>
    Completed,

    Canceled,
}
