using LabsToGo.Data.Tenancy;

namespace LabsToGo.Api.Accounts;

/// <summary>Opens the database for the caller's organization; a request without a token sees no tenant's rows.</summary>
internal sealed class TenantOfCaller(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Tenant tenant)
    {
        if (http.User.Identity?.IsAuthenticated == true)
            tenant.Use(http.User.GetOrganizationId());
        return next(http);
    }
}
