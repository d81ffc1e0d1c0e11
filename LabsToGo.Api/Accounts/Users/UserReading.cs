using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Users;

internal static class UserReading
{
    public static async Task<Ok<List<UserResponse>>> ListAsync(LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id).ToListAsync(cancellationToken);
        var withPasskeys = (await db.UserPasskeys.Select(passkey => passkey.UserId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        return TypedResults.Ok(users.ConvertAll(user => user.ToResponse(withPasskeys.Contains(user.Id))));
    }

    public static async Task<UserResponse> DescribeAsync(this LabsToGoDbContext db, User user, CancellationToken cancellationToken) =>
        user.ToResponse(await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == user.Id, cancellationToken));

    public static UserResponse ToResponse(this User user, bool passkeys) => new(
        user.Id,
        user.Name,
        user.Email ?? "",
        user.Role.Stored(),
        user.DisabledAt is not null ? UserState.Disabled : user.PasswordHash is null ? UserState.Invited : UserState.Active,
        user.TwoFactorEnabled || passkeys,
        user.CreatedAt,
        user.LastSignInAt);
}
