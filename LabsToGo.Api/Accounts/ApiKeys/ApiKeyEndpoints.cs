using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Accounts.ApiKeys;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/api/api-keys").WithTags("API keys").RequirePermission(Permission.ApiKeysManage);
        keys.MapGet("/", ApiKeyListing.ListAsync);
        keys.MapPost("/", ApiKeyMaking.MakeAsync).Audit("api-key.create").Idempotent();
        keys.MapPost("/{id:guid}/revoke", ApiKeyListing.RevokeAsync).Audit("api-key.revoke");
    }
}
