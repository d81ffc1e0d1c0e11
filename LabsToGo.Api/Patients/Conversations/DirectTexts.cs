using System.Diagnostics;
using LabsToGo.Api.Campaigns;
using LabsToGo.Api.Patients.Reaching;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Conversations;

/// <summary>
/// Texts to one patient. Each is a campaign of its own, so it is planned, claimed, paced, retried and followed by the very statements that all others are.
/// </summary>
internal sealed class DirectTexts(LabsToGoDbContext db, StartPublishing starts, TimeProvider time)
{
    /// <summary>Within it the same text to the same patient is a second click, or a colleague who was quicker.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <param name="name">What the campaign is called; nothing about the patient.</param>
    /// <param name="text">Of a reply as it shall arrive, of a test the template.</param>
    /// <returns>The id of its campaign; null when there is no such patient.</returns>
    /// <exception cref="DomainException">The patient may not be texted, no sender is active, or the same was sent a moment ago.</exception>
    public async Task<Guid?> SendAsync(CampaignKind kind, string name, string text, Guid patientId, Guid by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One at a time for a patient: the second of two clicks sees what the first one sent.
        var patient = await db.Patients.FromSql($"select * from patients where id = {patientId} for no key update").AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (patient is null)
            return null;
        var reachability = await db.ReachabilityAsync(patient, now, cancellationToken);
        if (kind is CampaignKind.Reply ? !reachability.CanBeAnswered : !reachability.CanBeTexted)
            throw new DomainException(reachability.Reason!);
        if (await WasJustSentAsync(kind, text, patientId, now, cancellationToken))
            throw new DomainException("The same text was sent to this patient less than a minute ago.");

        var campaign = Campaign.Direct(kind, patient.OrganizationId, name, text, patientId, by, now, Activity.Current?.Id);
        db.Add(campaign);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await starts.PublishAsync(new StartDirect(campaign.OrganizationId, campaign.Id), campaign.Id, cancellationToken);
        return campaign.Id;
    }

    /// <summary>A reply's text moves from its campaign to its message as it is planned.</summary>
    private Task<bool> WasJustSentAsync(CampaignKind kind, string text, Guid patientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Campaigns.AnyAsync(
            campaign => campaign.PatientId == patientId && campaign.Kind == kind && campaign.CreatedAt > now - Again
                && (campaign.Template == text || db.Messages.Any(message => message.CampaignId == campaign.Id && message.Body == text)),
            cancellationToken);
}
