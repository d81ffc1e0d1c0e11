namespace LabsToGo.Data.Workers;

/// <summary>The sign of life of one worker process, renewed every few seconds.</summary>
public sealed class WorkerHeartbeat
{
    /// <summary>Host name and process id.</summary>
    public required string Instance { get; init; }

    public required string Service { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Calls to Twilio under way.</summary>
    public required int InFlight { get; init; }
}
