using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Messages.Segments;
using LabsToGo.Domain.Senders;
using LabsToGo.Domain.Templates;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>Turns patients into rows: the text, its segments, the sender, or the reason to skip.</summary>
internal sealed class PlanChunk(CampaignToPlan campaign, MessageTemplate template)
{
    private readonly (Guid Id, double Rate)[] _senders = [.. campaign.Senders.Select(sender => (sender.Id, sender.SegmentsPerSecond))];

    public CampaignToPlan Campaign => campaign;

    /// <param name="copied">Numbers that have a copy from an earlier chunk, of those that candidates share; those of this one are added.</param>
    public List<PlannedMessage> Render(IReadOnlyList<PlanCandidate> candidates, HashSet<string> copied, DateTimeOffset now)
    {
        var messages = new List<PlannedMessage>(candidates.Count);
        var wall = TemplateValues.Wall(campaign.TimeZone, now);
        foreach (var candidate in candidates)
            messages.Add(Render(candidate, copied, now, wall));
        return messages;
    }

    /// <summary>One copy to each number: that of the first patient who gets one at all.</summary>
    private PlannedMessage Render(PlanCandidate patient, HashSet<string> copied, DateTimeOffset now, DateTime wall)
    {
        var text = template.Render(new TemplateValues(patient.FirstName, patient.LastName, patient.City, campaign.OrganizationName, wall));
        SkipReason? skip = patient.Consent switch
        {
            _ when patient.Deceased => SkipReason.Deceased,
            null when campaign.Kind is not CampaignKind.HelpAnswer => SkipReason.NoConsent,
            "revoked" when campaign.Kind is not CampaignKind.StopConfirmation => SkipReason.OptedOut,
            "held" when !campaign.Kind.IsAnswer() => SkipReason.Held,
            _ when patient.Unreachable => SkipReason.Unreachable,
            _ when text.Skip is { } reason => reason,
            _ when patient.SharesPhone && copied.Contains(patient.Phone) => SkipReason.DuplicatePhone,
            _ => null,
        };
        if (skip is null)
            copied.Add(patient.Phone);
        return new PlannedMessage(
            Guid.CreateVersion7(now), patient.Id, patient.Phone, patient.TimeZone, _senders[SenderShares.IndexOf(patient.Id, _senders)].Id, text.Text,
            SegmentCounter.CountSegments(text.Text), skip);
    }
}
