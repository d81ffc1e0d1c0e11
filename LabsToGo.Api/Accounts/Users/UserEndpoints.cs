using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Accounts.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/api/users").WithTags("Users");
        users.MapGet("/", UserReading.ListAsync).RequirePermission(Permission.UsersRead);

        var manage = users.MapGroup("").RequirePermission(Permission.UsersManage);
        manage.MapPost("/", UserInviting.InviteAsync).Audit("user.invite");
        manage.MapPost("/{id:guid}/password-link", UserInviting.LinkAsync).Audit("user.make-password-link");
        manage.MapPut("/{id:guid}", UserChanging.ChangeAsync).Audit("user.change");
        manage.MapPost("/{id:guid}/disable", UserChanging.DisableAsync).Audit("user.disable");
        manage.MapPost("/{id:guid}/enable", UserChanging.EnableAsync).Audit("user.enable");
    }
}
