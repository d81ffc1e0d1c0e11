using System.Linq.Expressions;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>
/// A page of a campaign's rows, in the order of the patients' ids. Rides on <c>messages (campaign_id, patient_id)</c>, on
/// <c>notable_messages (campaign_id, status, patient_id)</c> for the states that need a look, and on the batches that are out for what is being sent.
/// </summary>
internal static class MessagesInState
{
    private static readonly MessageStatus[] Notable =
        [MessageStatus.Unknown, MessageStatus.SentUnconfirmed, MessageStatus.Undelivered, MessageStatus.Failed, MessageStatus.Skipped, MessageStatus.Canceled,
            MessageStatus.Expired];

    /// <param name="status">Null for all.</param>
    /// <param name="after">The last patient of the page before.</param>
    /// <returns>Null when no row is in that state.</returns>
    public static async Task<IQueryable<Message>?> FindAsync(
        LabsToGoDbContext db, Guid campaignId, MessageStatus? status, Guid? after, int limit, CancellationToken cancellationToken)
    {
        if (status is not { } wanted)
            return Of(db, campaignId, null, after, limit);
        if (Notable.Contains(wanted))
            return Noted(db, campaignId, wanted, after, limit);
        if (wanted is MessageStatus.Sending)
            return Sending(db, campaignId, after, limit);
        return await db.CampaignCounters.Where(counters => counters.CampaignId == campaignId).AnyAsync(Any(wanted), cancellationToken)
            ? Of(db, campaignId, wanted, after, limit)
            : null;
    }

    /// <summary>Rows whose batch is claimed: a POST may be under way.</summary>
    public static IQueryable<Message> BeingSent(LabsToGoDbContext db, Guid campaignId) =>
        db.Messages.FromSql(
            $"""
            select m.* from batches b
            cross join lateral unnest(b.message_ids) as member(id)
            join messages m on m.id = member.id
            where b.campaign_id = {campaignId} and b.handed_at is not null and b.attempt_id is not null and m.status = 'pending'
            """);

    /// <summary>Where none is, all rows of the campaign would be read to find that out, a second for a million.</summary>
    private static Expression<Func<CampaignCounters, bool>> Any(MessageStatus status) => status switch
    {
        MessageStatus.Pending => counters => counters.Pending > 0,
        MessageStatus.Accepted => counters => counters.Accepted > 0,
        MessageStatus.Sent => counters => counters.Sent > 0,
        _ => counters => counters.Delivered > 0,
    };

    private static IQueryable<Message> Sending(LabsToGoDbContext db, Guid campaignId, Guid? after, int limit)
    {
        var messages = BeingSent(db, campaignId).AsNoTracking();
        if (after is { } last)
            messages = messages.Where(message => message.PatientId.CompareTo(last) > 0);
        return messages.OrderBy(message => message.PatientId).Take(limit);
    }

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
