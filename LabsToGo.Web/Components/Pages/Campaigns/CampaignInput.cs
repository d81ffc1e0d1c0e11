using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Campaigns;

/// <summary>A campaign while it is written.</summary>
public sealed class CampaignInput
{
    public string Name { get; set; } = "";
    public string Template { get; set; } = "";
    public IReadOnlyCollection<string> States { get; set; } = [];
    public string? PostalCodePrefix { get; set; }
    public int? MinAge { get; set; }
    public int? MaxAge { get; set; }
    public Guid? ImportId { get; set; }

    public AudienceFilter Audience => new(
        States.Count == 0 ? null : [.. States.Order()],
        string.IsNullOrWhiteSpace(PostalCodePrefix) ? null : PostalCodePrefix.Trim(),
        MinAge,
        MaxAge,
        ImportId);

    /// <summary>Changes when the audience does.</summary>
    public string AudienceKey => $"{string.Join(',', States.Order())}|{PostalCodePrefix?.Trim()}|{MinAge}|{MaxAge}|{ImportId}";

    public static CampaignInput From(CampaignResponse campaign) => new()
    {
        Name = campaign.Name,
        Template = campaign.Template,
        States = campaign.Audience.States ?? [],
        PostalCodePrefix = campaign.Audience.PostalCodePrefix,
        MinAge = campaign.Audience.MinAge,
        MaxAge = campaign.Audience.MaxAge,
        ImportId = campaign.Audience.ImportId,
    };

    public CampaignRequest ToRequest() => new(Name.Trim(), Template, Audience);
}
