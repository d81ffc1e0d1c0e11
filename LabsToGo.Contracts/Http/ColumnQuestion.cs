namespace LabsToGo.Contracts.Http;

/// <summary>What only a person can say of a column.</summary>
public enum ColumnQuestion
{
    /// <summary>Whether a "yes" in it allows texts or forbids them, or is about something else.</summary>
    Consent,

    /// <summary>Whether it holds patients' numbers, or only counts the rows: then it would make the first patient of every file the same one.</summary>
    RowNumbers,
}
