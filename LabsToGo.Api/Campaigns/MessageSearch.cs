using System.Linq.Expressions;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

internal static class MessageSearch
{
    private static readonly MessageStatus[] Notable =
        [MessageStatus.Unknown, MessageStatus.SentUnconfirmed, MessageStatus.Undelivered, MessageStatus.Failed, MessageStatus.Skipped, MessageStatus.Canceled,
            MessageStatus.Expired];

    /// <summary>
    /// In the order of the patients' ids. Rides on <c>messages (campaign_id, patient_id)</c>, or on <c>notable_messages (campaign_id, status, patient_id)</c>
    /// for the states that need a look.
    /// </summary>
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

        var noted = status is { } one && Notable.Contains(one);
        if (status is { } usual && !noted && !await db.CampaignCounters.Where(counters => counters.CampaignId == id).AnyAsync(Any(usual), cancellationToken))
            return TypedResults.Ok(new Page<MessageResponse>([], null));

        var messages = noted
            ? Noted(db, id, status!.Value, after, request.Limit + 1)
            : Of(db, id, status, after, request.Limit + 1);
        var page = await messages
            .LeftJoin(db.Patients, message => message.PatientId, patient => patient.Id, (message, patient) => new { Message = message, Patient = patient })
            .OrderBy(row => row.Message.PatientId)
            .ToListAsync(cancellationToken);

        var copies = await SharedCopies.OfAsync(db, id, page.Select(row => (row.Message, row.Patient)), cancellationToken);
        var items = page.Take(request.Limit).Select(row => new MessageResponse(
            row.Message.Id,
            row.Message.PatientId,
            row.Patient?.Name ?? "",
            row.Message.Phone,
            row.Message.Status.Stored(),
            copies.GetValueOrDefault(row.Message.Id) ?? (row.Message.Reason is { } reason ? SkipReasons.InWords(reason) : null),
            row.Message.ErrorCode,
            row.Message.Segments,
            row.Message.Body,
            row.Message.UpdatedAt,
            [.. MessageHistory.Of(row.Message).Select(entry => new MessageEventResponse(entry.At, entry.What))])).ToList();
        return TypedResults.Ok(new Page<MessageResponse>(items, page.Count > request.Limit ? items[^1].PatientId.ToString() : null));
    }

    /// <summary>
    /// Whether any row of a campaign is in that state, by its counters: where none is, all its rows would be read to find that out, a second for a million.
    /// No row is kept as sending; its batch says so.
    /// </summary>
    private static Expression<Func<CampaignCounters, bool>> Any(MessageStatus status) => status switch
    {
        MessageStatus.Pending => counters => counters.Pending > 0,
        MessageStatus.Accepted => counters => counters.Accepted > 0,
        MessageStatus.Sent => counters => counters.Sent > 0,
        MessageStatus.Delivered => counters => counters.Delivered > 0,
        _ => _ => false,
    };

    private static IQueryable<Message> Of(LabsToGoDbContext db, Guid campaignId, MessageStatus? status, Guid? after, int limit)
    {
        var messages = db.Messages.AsNoTracking().Where(message => message.CampaignId == campaignId);
        if (status is { } wanted)
            messages = messages.Where(message => message.Status == wanted);
        if (after is { } last)
            messages = messages.Where(message => message.PatientId.CompareTo(last) > 0);
        return messages.OrderBy(message => message.PatientId).Take(limit);
    }

    private static IQueryable<Message> Noted(LabsToGoDbContext db, Guid campaignId, MessageStatus status, Guid? after, int limit)
    {
        var notes = db.NotableMessages.Where(note => note.CampaignId == campaignId && note.Status == status);
        if (after is { } last)
            notes = notes.Where(note => note.PatientId.CompareTo(last) > 0);
        return notes.OrderBy(note => note.PatientId).Take(limit)
            .Join(db.Messages.AsNoTracking(), note => note.MessageId, message => message.Id, (_, message) => message);
    }
}
