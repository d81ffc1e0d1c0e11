using LabsToGo.Contracts.Http;
using LabsToGo.Web.Components.Shared;

namespace LabsToGo.Web.Components.Pages.Campaigns;

/// <summary>Fewer texts leave than people are texted where some of them share a phone.</summary>
internal static class SharedPhones
{
    /// <returns>To stand behind the number of people; empty where each has a phone of their own.</returns>
    public static string Of(AudienceCountResponse audience) =>
        audience.Copies < audience.Reachable ? $", by {Words.Count(audience.Copies, "text")}, since some share a phone" : "";
}
