namespace LabsToGo.Data.Accounts;

/// <summary>A link by which its holder sets an account's password, once: an invitation, or what an admin gives to somebody who forgot theirs.</summary>
public sealed class PasswordLink
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>SHA-256 of the link's token; the token itself is never stored.</summary>
    public required byte[] Hash { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
