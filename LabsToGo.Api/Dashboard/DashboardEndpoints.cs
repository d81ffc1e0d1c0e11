using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Dashboard;

internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/dashboard", (ClaimsPrincipal caller, DashboardReader reader, CancellationToken cancellationToken) =>
                reader.ReadAsync(caller.GetOrganizationId(), cancellationToken))
            .WithTags("Dashboard")
            .RequirePermission(Permission.CampaignsRead)
            .Audit("dashboard.read");
}
