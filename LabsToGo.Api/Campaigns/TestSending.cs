using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Patients.Conversations;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Templates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Sends a draft to one patient, as that patient would get it.</summary>
internal static class TestSending
{
    public static async Task<Results<Accepted<ConversationResponse>, NotFound, ValidationProblem>> SendAsync(
        Guid id, TestRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, DirectTexts texts, ConversationReader reader,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(campaign => campaign.Id == id, cancellationToken) is not { } draft)
            return TypedResults.NotFound();
        if (draft.Status is not CampaignStatus.Draft)
            throw new DomainException("The campaign has been started already, so there is nothing left to try.");
        if (await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == request.PatientId, cancellationToken) is not { } patient)
            return FieldErrors.Of("patientId", "There is no such patient (any more).");
        if (!MessageTemplate.TryParse(draft.Template, out var template, out var error))
            return FieldErrors.Of("template", error);
        var lab = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var values = new TemplateValues(patient.FirstName, patient.LastName, patient.City, lab.Name, TemplateValues.Wall(lab.TimeZone, time.GetUtcNow()));
        if (template.Render(values).Skip is { } skip)
            return FieldErrors.Of("patientId", $"In the campaign this patient would be skipped. {SkipReasons.InWords(skip.Stored())}");

        await texts.SendAsync(CampaignKind.Test, draft.Name, draft.Template, patient.Id, caller.GetUserId(), cancellationToken);
        return TypedResults.Accepted($"/api/patients/{patient.Id}/messages", await reader.ReadAsync(patient.Id, cancellationToken));
    }
}
