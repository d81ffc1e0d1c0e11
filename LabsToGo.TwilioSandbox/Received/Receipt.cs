namespace LabsToGo.TwilioSandbox.Received;

/// <summary>A create that arrived.</summary>
/// <param name="Accepted">It became a message, whatever was answered.</param>
public readonly record struct Receipt(DateTimeOffset At, string To, string From, int Segments, bool Accepted, string? StatusCallback);
