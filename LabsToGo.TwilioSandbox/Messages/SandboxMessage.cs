namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>A message that the sandbox has taken, or that a person sent back from the phone page.</summary>
public sealed class SandboxMessage
{
    public required string Sid { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required string Body { get; set; }

    public required int Segments { get; init; }

    public required string Direction { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? StatusCallback { get; init; }

    public required string Status { get; set; }

    public int? ErrorCode { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
