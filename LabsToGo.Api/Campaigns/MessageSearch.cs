using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

internal static class MessageSearch
{
    /// <summary>In the order of the patients' ids. Rides on <c>(campaign_id, patient_id)</c>, or on <c>(campaign_id, status, patient_id)</c> for the states that need a look.</summary>
    public static async Task<Results<Ok<Page<MessageResponse>>, NotFound, ValidationProblem>> SearchAsync(
        Guid id, MessageSearchRequest request, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken))
            return TypedResults.NotFound();
        MessageStatus? status = null;
        if (request.Status is { Length: > 0 } word)
        {
            if (!Enum.TryParse<MessageStatus>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
                return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["status"] = [$"'{word}' is no message state."] });
            status = parsed;
        }
        Guid? after = Guid.TryParse(request.After, out var cursor) ? cursor : null;

        var messages = db.Messages.AsNoTracking().Where(message => message.CampaignId == id);
        if (status is { } wanted)
            messages = messages.Where(message => message.Status == wanted);
        if (after is { } last)
            messages = messages.Where(message => message.PatientId.CompareTo(last) > 0);
        var page = await messages
            .OrderBy(message => message.PatientId)
            .Take(request.Limit + 1)
            .LeftJoin(db.Patients, message => message.PatientId, patient => patient.Id, (message, patient) => new { Message = message, Patient = patient })
            .OrderBy(row => row.Message.PatientId)
            .ToListAsync(cancellationToken);

        var items = page.Take(request.Limit).Select(row => new MessageResponse(
            row.Message.Id,
            row.Message.PatientId,
            row.Patient is null ? "" : $"{row.Patient.FirstName} {row.Patient.LastName}",
            row.Message.Phone,
            row.Message.Status.Stored(),
            row.Message.Reason is { } reason ? SkipReasons.InWords(reason) : null,
            row.Message.ErrorCode,
            row.Message.Segments,
            row.Message.Body,
            row.Message.UpdatedAt)).ToList();
        return TypedResults.Ok(new Page<MessageResponse>(items, page.Count > request.Limit ? items[^1].PatientId.ToString() : null));
    }
}
