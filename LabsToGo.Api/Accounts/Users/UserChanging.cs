using System.Security.Claims;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Users;

internal static class UserChanging
{
    public static async Task<Results<Ok<UserResponse>, ValidationProblem, NotFound>> ChangeAsync(
        Guid id, UserRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (!UserRules.TryParseRole(request.Role, out var role))
            return FieldErrors.Of("role", "There is no such role. It is viewer, staff, manager, admin or owner.");
        await using var transaction = await db.BeginUserChangeAsync(caller.GetOrganizationId(), cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
            return TypedResults.NotFound();
        caller.RequireNotAbove(user.Role, role);
        if (role != user.Role)
            await db.RequireAnotherOwnerAsync(user, cancellationToken);
        (user.Name, user.Role) = (request.Name.Trim(), role);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await db.DescribeAsync(user, cancellationToken));
    }

    /// <summary>Ends all sessions of the user at once.</summary>
    public static Task<Results<Ok<UserResponse>, NotFound>> DisableAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (id == caller.GetUserId())
            throw new DomainException("Nobody disables their own account. Ask another admin.");
        return SwitchAsync(
            id, caller, db,
            async user =>
            {
                await db.RequireAnotherOwnerAsync(user, cancellationToken);
                user.DisabledAt ??= time.GetUtcNow();
                await db.Sessions.EndAsync(session => session.UserId == id, time.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
    }

    public static Task<Results<Ok<UserResponse>, NotFound>> EnableAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        SwitchAsync(
            id, caller, db,
            user =>
            {
                user.DisabledAt = null;
                return Task.CompletedTask;
            },
            cancellationToken);

    private static async Task<Results<Ok<UserResponse>, NotFound>> SwitchAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, Func<User, Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginUserChangeAsync(caller.GetOrganizationId(), cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
            return TypedResults.NotFound();
        caller.RequireNotAbove(user.Role);
        await change(user);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await db.DescribeAsync(user, cancellationToken));
    }
}
