namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What the name of a column that is about texts or consent says of it.</summary>
public enum ColumnMeaning
{
    /// <summary>A "yes" allows texts.</summary>
    Consent,

    /// <summary>A "yes" forbids them.</summary>
    OptOut,

    Deceased,

    /// <summary>Of the patient: "deceased" or "do not contact" among words that don't matter here.</summary>
    Status,

    /// <summary>The date of a consent, its source: nothing without the consent itself.</summary>
    ConsentDetail,

    /// <summary>"SMS": the consent where it holds yes and no, the number where it holds numbers.</summary>
    Texting,

    /// <summary>"Text reminders": the consent where it holds yes and no, and otherwise anything.</summary>
    AboutTexts,

    /// <summary>It may forbid texts; somebody has to say.</summary>
    Unclear,
}
