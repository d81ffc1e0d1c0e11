using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Templates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Writing a campaign, up to its start.</summary>
internal static class CampaignDrafts
{
    public static async Task<Results<Created<CampaignResponse>, ValidationProblem>> CreateAsync(
        CampaignRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Problems(request) is { Any: true } problems)
            return problems.ToProblem();
        var campaign = new Campaign(
            caller.GetOrganizationId(), request.Name.Trim(), request.Template, request.Audience.ToAudience(), caller.GetUserId(), time.GetUtcNow());
        db.Add(campaign);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/campaigns/{campaign.Id}", await reader.GetAsync(campaign.Id, cancellationToken));
    }

    public static async Task<Results<Ok<CampaignResponse>, NotFound, ValidationProblem>> ChangeAsync(
        Guid id, CampaignRequest request, LabsToGoDbContext db, CampaignResponses reader, CancellationToken cancellationToken)
    {
        if (Problems(request) is { Any: true } problems)
            return problems.ToProblem();
        if (!await db.ChangeCampaignAsync(
            id, campaign => campaign.Change(request.Name.Trim(), request.Template, request.Audience.ToAudience()), cancellationToken))
            return TypedResults.NotFound();
        return TypedResults.Ok(await reader.GetAsync(id, cancellationToken));
    }

    public static async Task<Results<NoContent, NotFound>> DeleteAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.Where(campaign => campaign.Id == id && campaign.Status == CampaignStatus.Draft).ExecuteDeleteAsync(cancellationToken) > 0)
            return TypedResults.NoContent();
        if (await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken))
            throw new DomainException("The campaign has been started, so its record is kept. Cancel it instead if it is still under way.");
        return TypedResults.NotFound();
    }

    private static FieldErrors Problems(CampaignRequest request)
    {
        var problems = request.Audience.ToAudience().Problems();
        if (!MessageTemplate.TryParse(request.Template, out _, out var error))
            problems.Add("template", error);
        return problems;
    }
}
