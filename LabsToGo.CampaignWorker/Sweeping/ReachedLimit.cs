using System.Globalization;

namespace LabsToGo.CampaignWorker.Sweeping;

/// <param name="Count">So many failed, were filtered, or opted out.</param>
/// <param name="Of">Of so many.</param>
/// <param name="Percent">More than the organization allows.</param>
internal sealed record ReachedLimit(Guid OrganizationId, Guid CampaignId, string Limit, long Count, long Of, short Percent)
{
    /// <summary>What staff read at the campaign.</summary>
    public string InWords => string.Create(
        CultureInfo.InvariantCulture,
        $"Paused by itself: {What} of {Of:N0} ({100.0 * Count / Of:0.#} %), more than the {Percent} % under Settings. Look into it before you resume; " +
        $"it is not paused for this again.");

    private string What => Limit switch
    {
        "failed" => $"{Count:N0} texts failed",
        "filtered" => $"carriers filtered {Count:N0} texts as spam",
        _ => $"{Count:N0} patients opted out",
    };
}
