using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

internal static class MessageSearch
{
    /// <summary>In the order of the patients' ids.</summary>
    public static async Task<Results<Ok<Page<MessageResponse>>, NotFound, ValidationProblem>> SearchAsync(
        Guid id, MessageSearchRequest request, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken))
            return TypedResults.NotFound();
        MessageStatus? status = null;
        if (request.Status is { Length: > 0 } word)
        {
            if (!Enum.TryParse<MessageStatus>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
                return FieldErrors.Of("status", $"'{word}' is no message state.");
            status = parsed;
        }
        Guid? after = Guid.TryParse(request.After, out var cursor) ? cursor : null;

        if (await MessagesInState.FindAsync(db, id, status, after, request.Limit + 1, cancellationToken) is not { } messages)
            return TypedResults.Ok(new Page<MessageResponse>([], null));
        var page = await messages
            .LeftJoin(db.Patients, message => message.PatientId, patient => patient.Id, (message, patient) => new { Message = message, Patient = patient })
            .OrderBy(row => row.Message.PatientId)
            .ToListAsync(cancellationToken);

        // A row under a claim reads pending; its batch tells. Asked a second time, it may be done with some of a page that it has just told of.
        var sending = status is MessageStatus.Sending ? page.Select(row => row.Message.Id).ToHashSet()
            : page.Exists(row => row.Message.Status is MessageStatus.Pending)
                ? await MessagesInState.BeingSent(db, id).Select(message => message.Id).ToHashSetAsync(cancellationToken)
                : [];
        var copies = await SharedCopies.OfAsync(db, id, page.Select(row => (row.Message, row.Patient)), cancellationToken);
        var items = page.Take(request.Limit).Select(row => new MessageResponse(
            row.Message.Id,
            row.Message.PatientId,
            row.Patient?.Name ?? Patient.GoneName,
            row.Message.Phone,
            (sending.Contains(row.Message.Id) ? MessageStatus.Sending : row.Message.Status).Stored(),
            copies.GetValueOrDefault(row.Message.Id) ?? row.Message.ReasonInWords(),
            row.Message.ErrorCode,
            row.Message.Segments,
            row.Message.Body,
            row.Message.UpdatedAt,
            [.. MessageHistory.Of(row.Message).Select(entry => new MessageEventResponse(entry.At, entry.What))])).ToList();
        return TypedResults.Ok(new Page<MessageResponse>(items, page.Count > request.Limit ? items[^1].PatientId.ToString() : null));
    }
}
