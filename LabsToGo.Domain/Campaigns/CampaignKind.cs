namespace LabsToGo.Domain.Campaigns;

/// <summary>What a campaign is to people; the engine treats all alike, but for who goes first.</summary>
public enum CampaignKind
{
    /// <summary>A template to an audience.</summary>
    Bulk,

    /// <summary>A text to one patient, as it was written: nothing in it is a template.</summary>
    Reply,

    /// <summary>A draft's template to one patient, to try it.</summary>
    Test,
}
