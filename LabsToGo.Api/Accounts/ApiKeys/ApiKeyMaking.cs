using System.Security.Claims;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.ApiKeys;

internal static class ApiKeyMaking
{
    /// <summary>Of an organization, at once. More are a sign that something makes keys and forgets them.</summary>
    private const int MostActive = 100;

    public static async Task<Results<Created<NewApiKeyResponse>, ValidationProblem>> MakeAsync(
        ApiKeyRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Problem(request, caller) is { } problem)
            return FieldErrors.Of("permissions", problem);

        var (now, makerId) = (time.GetUtcNow(), caller.GetUserId());
        if (await db.ApiKeys.CountAsync(key => key.RevokedAt == null && key.ExpiresAt > now, cancellationToken) >= MostActive)
            throw new DomainException($"There are {MostActive} API keys already. Revoke those that nobody uses.");
        var secret = ApiKeySecret.Make(request.Test);
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = caller.GetOrganizationId(),
            Name = request.Name.Trim(),
            Prefix = ApiKeySecret.Prefix(secret),
            Hash = ApiKeySecret.Hash(secret),
            Scopes = [.. Permission.All.Intersect(request.Permissions)],
            Test = request.Test,
            CreatedBy = makerId,
            CreatedAt = now,
            ExpiresAt = now.AddDays(request.Days),
        };
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/api-keys/{key.Id}", new NewApiKeyResponse(ApiKeyListing.ToResponse(key, caller.GetName(), makerDisabled: false, now), secret));
    }

    private static string? Problem(ApiKeyRequest request, ClaimsPrincipal caller)
    {
        foreach (string? permission in request.Permissions)
        {
            if (permission is null || !Permission.All.Contains(permission))
                return "One of them is not the name of a permission.";
            if (!Permission.ForApiKeys.Contains(permission))
                return $"A key can't have {permission}: that takes a person.";
            if (!caller.May(permission))
                return $"You don't have {permission} yourself, so you can't give it to a key.";
        }
        return null;
    }
}
