namespace LabsToGo.Data.Idempotency;

/// <summary>A POST that came with an <c>Idempotency-Key</c>, and what was answered, so that the same POST again does nothing twice.</summary>
public sealed class IdempotentRequest
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public required Guid OrganizationId { get; init; }

    /// <summary>The caller's, at most 100 characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over caller, path and body: the same key with another request is an error.</summary>
    public required byte[] RequestHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it is under way.</summary>
    public int? Status { get; set; }

    public string? Location { get; set; }

    /// <summary>JSON, encrypted by the Api's key ring: it may hold a link or a key that is shown once, and patients' data.</summary>
    public string? Body { get; set; }
}
