namespace LabsToGo.Contracts.Http;

/// <summary>What a word in a column about texts means, where only a person can say.</summary>
public enum ConsentMeaning
{
    /// <summary>The patient may be texted.</summary>
    Allows,

    /// <summary>The patient has opted out.</summary>
    Forbids,

    /// <summary>Neither: no consent, whatever the upload states of all its rows.</summary>
    Undecided,

    /// <summary>Rows with this word are not imported.</summary>
    RejectRow,
}
