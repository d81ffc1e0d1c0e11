namespace LabsToGo.Domain.Messages;

/// <summary>Why our own rule kept a patient untexted. Kept as words in snake case beside the row; <see cref="SkipReasons.InWords"/> is for people.</summary>
public enum SkipReason
{
    Deceased,
    NoConsent,
    OptedOut,
    Held,
    Unreachable,
    DuplicatePhone,
    MissingField,
    TextTooLong,
    TemplateError,
}
