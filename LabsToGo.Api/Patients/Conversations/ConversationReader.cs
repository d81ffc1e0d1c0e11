using LabsToGo.Api.Accounts.ApiKeys;
using LabsToGo.Api.Campaigns;
using LabsToGo.Api.Patients.Reaching;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Conversations;

/// <summary>What went to and fro between the lab and one patient, of all campaigns.</summary>
internal sealed class ConversationReader(LabsToGoDbContext db, TimeProvider time)
{
    private const int Newest = 100;

    /// <summary>Those that never were to reach the patient are no part of a conversation.</summary>
    private static readonly MessageStatus[] Unsent = [MessageStatus.Skipped, MessageStatus.Canceled, MessageStatus.Expired];

    /// <returns>Null when there is no such patient.</returns>
    public async Task<ConversationResponse?> ReadAsync(Guid patientId, CancellationToken cancellationToken)
    {
        if (await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == patientId, cancellationToken) is not { } patient)
            return null;
        List<ConversationText> texts =
        [
            .. await OursAsync(Direct(patient), cancellationToken),
            .. await OursAsync(OfCampaigns(patient), cancellationToken),
            .. await RepliesAsync(patient, cancellationToken),
        ];
        return new ConversationResponse(
            [.. texts.OrderByDescending(text => text.At).Take(Newest).Reverse()],
            await db.ReachabilityAsync(patient, time.GetUtcNow(), cancellationToken));
    }

    /// <summary>
    /// Rides on <c>campaigns (patient_id, id)</c> and <c>messages (campaign_id, patient_id)</c>. One that is still to be planned has no row yet.
    /// </summary>
    private IQueryable<Row> Direct(Patient patient) =>
        db.Campaigns.Where(campaign => campaign.PatientId == patient.Id)
            .OrderByDescending(campaign => campaign.Id)
            .Take(Newest)
            .LeftJoin(
                db.Messages, campaign => campaign.Id, message => message.CampaignId, (campaign, message) => new Row { Campaign = campaign, Message = message });

    /// <summary>Walks the campaigns, the newest first, on <c>campaigns (organization_id, id)</c>, and looks for the patient's row in each.</summary>
    private IQueryable<Row> OfCampaigns(Patient patient) =>
        db.Campaigns.Where(campaign => campaign.OrganizationId == patient.OrganizationId && campaign.Kind == CampaignKind.Bulk)
            .Join(
                db.Messages.Where(message => message.PatientId == patient.Id && !Unsent.Contains(message.Status)),
                campaign => campaign.Id,
                message => message.CampaignId,
                (campaign, message) => new Row { Campaign = campaign, Message = message })
            .OrderByDescending(row => row.Campaign.Id)
            .Take(Newest);

    private async Task<IEnumerable<ConversationText>> OursAsync(IQueryable<Row> rows, CancellationToken cancellationToken)
    {
        var found = await rows.AsNoTracking()
            .LeftJoin(db.Senders, row => row.Message!.SenderId, sender => sender.Id, (row, sender) => new { row.Campaign, row.Message, Line = sender!.Label })
            .ToListAsync(cancellationToken);
        var names = await db.CallerNamesAsync([.. found.Select(row => row.Campaign.CreatedBy).OfType<Guid>().Distinct()], cancellationToken);
        return found.Select(row => new ConversationText(
            row.Message?.Id ?? row.Campaign.Id,
            row.Message?.AttemptedAt ?? row.Campaign.StartedAt ?? row.Campaign.CreatedAt,
            row.Message?.Body ?? row.Campaign.Template,
            row.Line,
            null,
            new OurText(
                row.Campaign.Id,
                Kind(row.Campaign.Kind),
                row.Campaign.Name,
                row.Campaign.CreatedBy is { } writer ? names.GetValueOrDefault(writer, "") : "",
                (row.Message?.Status ?? (row.Campaign.Status is CampaignStatus.Canceled ? MessageStatus.Canceled : MessageStatus.Pending)).Stored(),
                row.Message?.ReasonInWords(),
                row.Message?.ErrorCode,
                row.Message?.UpdatedAt ?? row.Campaign.CreatedAt)));
    }

    private async Task<IEnumerable<ConversationText>> RepliesAsync(Patient patient, CancellationToken cancellationToken)
    {
        var found = await db.Replies.AsNoTracking()
            .Where(reply => reply.OrganizationId == patient.OrganizationId && reply.PatientId == patient.Id)
            .OrderByDescending(reply => reply.Id)
            .Take(Newest)
            .LeftJoin(db.Senders, reply => reply.SenderId, sender => sender.Id, (reply, sender) => new { Reply = reply, Line = sender!.Label })
            .ToListAsync(cancellationToken);
        return found.Select(row => new ConversationText(row.Reply.Id, row.Reply.ReceivedAt, row.Reply.Body, row.Line, row.Reply.Intent, null));
    }

    private static TextKind Kind(CampaignKind kind) => kind switch
    {
        CampaignKind.Reply => TextKind.Reply,
        CampaignKind.Test => TextKind.Test,
        CampaignKind.Bulk => TextKind.Campaign,
        _ => TextKind.Automatic,
    };

    private sealed class Row
    {
        public required Campaign Campaign { get; init; }

        public required Message? Message { get; init; }
    }
}
