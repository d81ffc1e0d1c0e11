using LabsToGo.Domain.Campaigns;

namespace LabsToGo.Data.Planning;

/// <summary>What the planner needs to know of a campaign.</summary>
/// <param name="Senders">The active senders of the organization, or all while none is active, in a fixed order; empty when it has none.</param>
public sealed record CampaignToPlan(
    Guid Id,
    Guid OrganizationId,
    string Name,
    string OrganizationName,
    string Template,
    Audience Audience,
    IReadOnlyList<PlanSender> Senders);
