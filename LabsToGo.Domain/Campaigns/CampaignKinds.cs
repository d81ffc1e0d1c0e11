namespace LabsToGo.Domain.Campaigns;

public static class CampaignKinds
{
    /// <summary>Said to one patient, word for word, and not by a campaign that they are part of. In SQL: <c>kind not in ('bulk', 'test')</c>.</summary>
    public static bool IsAnswer(this CampaignKind kind) => kind is not (CampaignKind.Bulk or CampaignKind.Test);
}
