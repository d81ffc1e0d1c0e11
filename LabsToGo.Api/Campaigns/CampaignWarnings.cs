using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Templates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TextMark = LabsToGo.Contracts.Http.TextMark;

namespace LabsToGo.Api.Campaigns;

/// <summary>What a template is warned of: nothing that keeps a campaign from starting, but somebody should have read it.</summary>
internal static class CampaignWarnings
{
    public static async Task<Results<Ok<CampaignWarningsResponse>, NotFound>> GetAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.Where(campaign => campaign.Id == id).Select(campaign => campaign.Template)
            .SingleOrDefaultAsync(cancellationToken) is not { } template)
            return TypedResults.NotFound();
        var lab = await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken);
        var check = TemplateChecker.Check(template, lab);
        return TypedResults.Ok(new CampaignWarningsResponse(check.Warnings, check.ToMarks()));
    }

    public static IReadOnlyList<TextMark> ToMarks(this TemplateCheck check) => [.. check.Marks.Select(mark => new TextMark(mark.Start, mark.Length))];
}
