using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace LabsToGo.Data.Accounts;

/// <summary>A member of an organization's staff.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public required Role Role { get; set; }
}
