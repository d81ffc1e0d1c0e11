using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace LabsToGo.Data.Accounts;

/// <summary>A member of an organization's staff. Without a password (invited, link not followed yet) or when disabled, nobody signs in as them.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public required Role Role { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The time step (RFC 6238: 30 s since 1970) of the last code that was taken: that code and older ones are not taken again.</summary>
    public long LastTotpStep { get; set; }
}
