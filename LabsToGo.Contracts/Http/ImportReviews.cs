using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>What would become of a file, before anything of it is written. The counts of the import are those of a dry run.</summary>
/// <param name="Columns">As they are understood now.</param>
/// <param name="Rows">The first ones, cell by cell, as they stand in the file.</param>
/// <param name="Remembered">The columns are understood as somebody said it of an earlier file with the same header.</param>
/// <param name="Obstacle">What has to be answered before it can be started; null when it can.</param>
public sealed record ImportReviewResponse(
    ImportResponse Import,
    IReadOnlyList<ReviewedColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    bool Remembered,
    string? Obstacle);

/// <param name="Field">Null for a column that is not imported.</param>
/// <param name="Question">What only a person can say of it.</param>
/// <param name="UnclearWords">In a column about texts: what is neither a yes nor a no, the most frequent first, twenty at most.</param>
public sealed record ReviewedColumn(string Header, PatientField? Field, ColumnQuestion? Question, IReadOnlyList<UnclearWord> UnclearWords);

/// <param name="Meaning">What somebody said of it; null when nobody did.</param>
public sealed record UnclearWord(string Word, long Rows, ConsentMeaning? Meaning);

/// <param name="Columns">Of the file, in their order, all of them. They are remembered for the next file with the same header.</param>
public sealed record ImportColumnsRequest(
    [property: Required, MaxLength(2000)] IReadOnlyList<ColumnChoice> Columns);

/// <param name="Field">What is in the column; null when it is not to be imported.</param>
/// <param name="Meanings">Of words in a column about texts that are neither a yes nor a no.</param>
public sealed record ColumnChoice(PatientField? Field, IReadOnlyDictionary<string, ConsentMeaning>? Meanings = null);
