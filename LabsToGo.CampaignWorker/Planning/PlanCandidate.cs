namespace LabsToGo.CampaignWorker.Planning;

/// <summary>A patient of the audience, as the planner reads it.</summary>
/// <param name="Consent"><c>granted</c>, <c>revoked</c>, <c>held</c>, or null when the ledger has no line for the number.</param>
/// <param name="Unreachable">Texts don't reach the number.</param>
/// <param name="SharesPhone">Another patient of this audience, earlier in the order, has the same number, and so the copy if they get one.</param>
internal sealed record PlanCandidate(
    Guid Id,
    string FirstName,
    string LastName,
    string? City,
    string Phone,
    string TimeZone,
    string? Consent,
    bool Deceased,
    bool Unreachable,
    bool SharesPhone);
