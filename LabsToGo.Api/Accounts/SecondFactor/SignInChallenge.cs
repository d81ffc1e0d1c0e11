using LabsToGo.Data.Accounts;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>Says that somebody has just shown the user's password. It ends with what changes the account: its stamp is another then.</summary>
internal sealed record SignInChallenge(Guid UserId, Guid OrganizationId, string SecurityStamp)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static SignInChallenge Of(User user) => new(user.Id, user.OrganizationId, user.SecurityStamp ?? "");
}
