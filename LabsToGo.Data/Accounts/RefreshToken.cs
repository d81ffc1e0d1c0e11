namespace LabsToGo.Data.Accounts;

/// <summary>A one-time token that renews a session. When a used one is shown again, somebody copied it, and the whole session ends.</summary>
public sealed class RefreshToken
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>SHA-256 of the token; the token itself is never stored.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
