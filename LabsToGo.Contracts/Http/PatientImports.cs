using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <param name="ConsentGiven">The lab states that it holds a consent for every patient of the file whose row does not say otherwise.</param>
/// <param name="Review">The file is looked through only, until somebody has seen what would become of it, and starts it.</param>
public sealed record CreateImportRequest(
    [property: Required, StringLength(200)] string FileName,
    bool ConsentGiven,
    bool Review = false);

/// <param name="RowsRead">Data rows seen so far, the header excluded.</param>
/// <param name="Remarks">On rows that were imported: without a value that could not be understood, or beside a patient who is similar.</param>
/// <param name="Unchanged">Patients who are there already, of whom the file says nothing new.</param>
/// <param name="OptedOut">Numbers that the file forbids to text, and that were not forbidden before.</param>
/// <param name="Consented">Numbers that have a consent by this import, and of which nothing was known before.</param>
/// <param name="UndoUntil">
/// Until when the import can be undone; null when it can't. The time may have passed. One that is <see cref="ImportStatus.Undoing"/> can be taken up at any
/// time.
/// </param>
/// <param name="FileId">As it was uploaded, to be downloaded; null when it is not kept any more.</param>
/// <param name="Error">Why the whole file was refused, in words for the person who uploaded it; null unless <see cref="ImportStatus.Failed"/>.</param>
public sealed record ImportResponse(
    Guid Id,
    string FileName,
    ImportStatus Status,
    long BytesRead,
    long RowsRead,
    long Added,
    long Updated,
    long Duplicates,
    long Rejected,
    long Remarks,
    string? Error,
    IReadOnlyList<ImportColumn> Columns,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt,
    long Unchanged,
    long OptedOut,
    long Consented,
    DateTimeOffset? StartedAt,
    DateTimeOffset? UndoneAt,
    DateTimeOffset? UndoUntil,
    Guid? FileId);

/// <summary>A column of the file and the patient field it was understood as; a null field means that the column was ignored.</summary>
public sealed record ImportColumn(string Header, PatientField? Field);

/// <param name="Line">The line of the file, counted from 1, where the row begins.</param>
/// <param name="Refused">False when the row was imported without this one value.</param>
public sealed record ImportErrorResponse(long Line, string Column, string Reason, bool Refused);
