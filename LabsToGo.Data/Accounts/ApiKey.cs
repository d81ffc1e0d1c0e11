namespace LabsToGo.Data.Accounts;

/// <summary>A program's own key to the Api, shown once when it is made.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    /// <summary>The first characters, by which people tell keys apart.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key. It holds 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The permissions, by name.</summary>
    public required string[] Scopes { get; init; }

    /// <summary>A test key sends to the sandbox alone: where Twilio itself is connected it starts nothing.</summary>
    public required bool Test { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
