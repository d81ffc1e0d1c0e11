namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What a row says of texts to its patient.</summary>
public enum ConsentAnswer
{
    /// <summary>Nothing: what the upload states of all its rows holds.</summary>
    Silent,

    Granted,

    /// <summary>"Pending", "not asked": no consent, whatever the upload states, and no refusal either.</summary>
    Withheld,

    Revoked,
}
