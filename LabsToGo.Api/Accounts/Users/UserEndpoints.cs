using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Accounts.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/api/users").WithTags("Users");
        users.MapGet("/", UserReading.ListAsync).RequirePermission(Permission.UsersRead);

        var manage = users.MapGroup("").RequirePermission(Permission.UsersManage);
        manage.MapPost("/", UserInviting.InviteAsync).Audit("user.invite").Idempotent();
        manage.MapPost("/{id:guid}/password-link", UserInviting.LinkAsync).Audit("user.make-password-link").Idempotent();
        manage.MapPut("/{id:guid}", UserChanging.ChangeAsync).Audit("user.change");
        manage.MapPost("/{id:guid}/disable", UserChanging.DisableAsync).Audit("user.disable");
        manage.MapPost("/{id:guid}/enable", UserChanging.EnableAsync).Audit("user.enable");
        manage.MapPost("/{id:guid}/reset-second-factor", SecondFactorReset.ResetAsync).Audit("user.reset-second-factor");
    }
}
