using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Data;
using LabsToGo.Data.Idempotency;
using LabsToGo.Data.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Idempotency;

/// <summary>Remembers requests by their keys, each step on a connection of its own: the request's may be in a transaction that is undone.</summary>
internal sealed class IdempotencyStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Answers may hold a link or an API key that is shown once, and patients' data: in the table they are encrypted.</summary>
    private readonly IDataProtector _protector = protection.CreateProtector("LabsToGo.IdempotentAnswers");

    /// <returns>Null when the request is the first with its key, and its caller's to do.</returns>
    public Task<IdempotentRequest?> ClaimAsync(ClaimsPrincipal caller, string key, byte[] hash) =>
        WithAsync(caller, db => db.ClaimAsync(caller.GetOrganizationId(), key, hash, time.GetUtcNow(), CancellationToken.None));

    public Task KeepAsync(ClaimsPrincipal caller, string key, int status, string? location, byte[] body)
    {
        var kept = body.Length == 0 ? null : Convert.ToBase64String(_protector.Protect(body));
        return WithAsync(caller, db => Of(db, caller, key).ExecuteUpdateAsync(
            set => set.SetProperty(request => request.Status, status).SetProperty(request => request.Location, location)
                .SetProperty(request => request.Body, kept)));
    }

    /// <summary>Nothing was done, so the same key may be used again.</summary>
    public Task ForgetAsync(ClaimsPrincipal caller, string key) => WithAsync(caller, db => Of(db, caller, key).ExecuteDeleteAsync());

    public byte[] Body(IdempotentRequest request) => request.Body is null ? [] : _protector.Unprotect(Convert.FromBase64String(request.Body));

    private static IQueryable<IdempotentRequest> Of(LabsToGoDbContext db, ClaimsPrincipal caller, string key)
    {
        var organizationId = caller.GetOrganizationId();
        return db.IdempotentRequests.Where(request => request.OrganizationId == organizationId && request.Key == key);
    }

    private async Task<T> WithAsync<T>(ClaimsPrincipal caller, Func<LabsToGoDbContext, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(caller.GetOrganizationId());
        return await use(scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>());
    }
}
