using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Organizations;

internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder app)
    {
        var organization = app.MapGroup("/api/organization").WithTags("Settings");
        organization.MapGet("/", GetAsync).RequirePermission(Permission.SettingsRead);
        organization.MapPut("/", ChangeAsync).RequirePermission(Permission.SettingsEdit).Audit("organization.change");
        organization.MapGet("/protection", Protection.GetAsync).RequirePermission(Permission.SettingsRead);
        organization.MapPut("/protection", Protection.ChangeAsync).RequirePermission(Permission.ProtectionEdit).Audit("organization.change-protection");
        organization.MapPost("/stop", StopAsync).RequirePermission(Permission.CampaignsStop).Audit("organization.stop-sending");
        organization.MapPost("/resume", ResumeAsync).RequirePermission(Permission.SendingResume).Audit("organization.resume-sending");
    }

    private static async Task<Ok<OrganizationResponse>> GetAsync(LabsToGoDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(Response(await db.Organizations.AsNoTracking().SingleAsync(cancellationToken)));

    private static async Task<Results<Ok<OrganizationResponse>, ValidationProblem>> ChangeAsync(
        OrganizationRequest request, LabsToGoDbContext db, KnownTimeZones zones, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (!TimeZones.TryNormalize(request.TimeZone, await zones.NamesAsync(cancellationToken), out var zone) || zone.Length == 0)
            errors.Add("timeZone", "There is no such time zone. Use a name such as America/New_York.");
        CheckHours(request.AllowedHours, errors);
        if (errors.Any)
            return errors.ToProblem();

        var organization = await db.Organizations.SingleAsync(cancellationToken);
        organization.Rename(request.Name.Trim(), zone);
        organization.AllowHours([.. request.AllowedHours.Select(day => (short)day.Opens)], [.. request.AllowedHours.Select(day => (short)day.Closes)]);
        organization.AnswerHelp(request.HelpText);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Response(organization));
    }

    private static Task<Ok<OrganizationResponse>> StopAsync(LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken) =>
        SwitchAsync(db, organization => organization.StopSending(time.GetUtcNow()), cancellationToken);

    private static Task<Ok<OrganizationResponse>> ResumeAsync(LabsToGoDbContext db, CancellationToken cancellationToken) =>
        SwitchAsync(db, organization => organization.ResumeSending(), cancellationToken);

    private static async Task<Ok<OrganizationResponse>> SwitchAsync(LabsToGoDbContext db, Action<Organization> change, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.SingleAsync(cancellationToken);
        change(organization);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Response(organization));
    }

    private static void CheckHours(IReadOnlyList<DayHours> days, FieldErrors errors)
    {
        for (var day = 0; day < days.Count; day++)
        {
            if (days[day] is null)
                errors.Add("allowedHours", $"The hours of {(DayOfWeek)day} are missing.");
            else if (days[day].Closes < days[day].Opens)
                errors.Add("allowedHours", $"On {(DayOfWeek)day} the hours end before they begin.");
        }
        if (!errors.Any && days.All(day => day.Opens == day.Closes))
            errors.Add("allowedHours", "Leave at least one day open, or nothing could ever be sent.");
    }

    private static OrganizationResponse Response(Organization organization) => new(
        organization.Id,
        organization.Name,
        organization.TimeZone,
        [.. organization.Opens.Zip(organization.Closes, (opens, closes) => new DayHours(opens, closes))],
        organization.IsSendingStopped,
        organization.OperatorStoppedAt is not null,
        organization.HelpText);
}
