using LabsToGo.Domain.Campaigns;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>What the planner needs to know of a campaign.</summary>
/// <param name="TimeZone">The organization's.</param>
/// <param name="Position">Every patient of the audience up to this id has a row.</param>
/// <param name="Today">By the database's clock: ages are counted to this day.</param>
/// <param name="Senders">
/// The active senders of the organization, or all that are paused while none is active, in a fixed order; empty when it has none. For one patient, the
/// one that they last wrote to, if it is among these.
/// </param>
internal sealed record CampaignToPlan(
    Guid Id,
    Guid OrganizationId,
    CampaignKind Kind,
    string Name,
    string OrganizationName,
    string TimeZone,
    string Template,
    Audience Audience,
    IReadOnlyList<PlanSender> Senders,
    Guid Position,
    DateOnly Today);
