namespace LabsToGo.Data.Dispatching;

/// <summary>How far a lane has been handed out, in the order of due time and id. Kept in the dispatcher's memory alone: handing a row out twice is harmless.</summary>
public readonly record struct LanePosition(DateTimeOffset DueAt, Guid Id)
{
    public static LanePosition Start { get; } = new(DateTimeOffset.UnixEpoch, Guid.Empty);
}
