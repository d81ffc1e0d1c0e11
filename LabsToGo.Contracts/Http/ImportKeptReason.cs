namespace LabsToGo.Contracts.Http;

/// <summary>Why a patient stays as an import has made them, though it is undone.</summary>
public enum ImportKeptReason
{
    /// <summary>A text to them is planned or sent, or they have replied.</summary>
    Texted,

    /// <summary>Somebody, or another import, has changed them since.</summary>
    Edited,
}
