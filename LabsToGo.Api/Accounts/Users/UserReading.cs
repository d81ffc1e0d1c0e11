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
        return TypedResults.Ok(users.ConvertAll(ToResponse));
    }

    public static UserResponse ToResponse(this User user) => new(
        user.Id,
        user.Name,
        user.Email ?? "",
        user.Role.Stored(),
        user.DisabledAt is not null ? UserState.Disabled : user.PasswordHash is null ? UserState.Invited : UserState.Active,
        user.TwoFactorEnabled,
        user.CreatedAt,
        user.LastSignInAt);
}
