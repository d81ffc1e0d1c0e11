using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Shared;

/// <summary>How far a campaign is, in one sentence that is true before, during and after. Who is skipped was never to get it, and counts nowhere.</summary>
internal static class ProgressWords
{
    public static string Headline(CampaignProgress progress) => progress switch
    {
        { Status: CampaignStatus.Canceled } => $"Canceled: {Arrived(progress)}",
        { Planned: false } => $"Getting the texts ready: {Words.Count(progress.Recipients)} so far",
        { Recipients: 0 } => "Nobody gets the text: everybody was skipped",
        { Status: CampaignStatus.Completed } => Arrived(progress),
        _ => $"{Percent(progress)} % done: {Words.Count(progress.Settled)} of {People(progress)}",
    };

    public static int Percent(CampaignProgress progress) => (int)Math.Floor(progress.Done * 100);

    private static string Arrived(CampaignProgress progress)
    {
        var perhaps = progress.SentUnconfirmed > 0 ? $", and probably {Words.Count(progress.SentUnconfirmed)} more" : "";
        // Of a campaign that was canceled early nobody knows how many it was for.
        return (progress.Planned
            ? $"{Words.Count(progress.Delivered)} of {People(progress)} {(progress.Recipients == 1 ? "has" : "have")} the text"
            : $"{Words.Count(progress.Delivered, "person has", "people have")} the text") + perhaps;
    }

    private static string People(CampaignProgress progress) => Words.Count(progress.Recipients, "person", "people");
}
