namespace LabsToGo.Domain.Campaigns;

/// <summary>What a campaign is to people; the engine treats all alike, but for who goes first and whom it reaches.</summary>
public enum CampaignKind
{
    /// <summary>A template to an audience.</summary>
    Bulk,

    /// <summary>A text to one patient, as it was written: nothing in it is a template.</summary>
    Reply,

    /// <summary>A draft's template to one patient, to try it.</summary>
    Test,

    /// <summary>
    /// The one confirmation of an opt-out, by itself, within five minutes of it (47 CFR 64.1200(a)(12)): the only text that a revocation does not hold back.
    /// </summary>
    StopConfirmation,

    /// <summary>Says by itself that texts come again, after the patient's START.</summary>
    StartConfirmation,

    /// <summary>The lab's words for who texts HELP, by itself. They asked for this one text, so it needs no consent; an opt-out holds it back.</summary>
    HelpAnswer,
}
