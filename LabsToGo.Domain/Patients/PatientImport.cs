using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients;

/// <summary>One uploaded file: how far it is, and what became of its rows.</summary>
public sealed class PatientImport
{
    /// <summary>An import can be undone for so long after its end.</summary>
    public static readonly TimeSpan UndoableFor = TimeSpan.FromHours(24);

    private PatientImport() { }

    public PatientImport(Guid organizationId, string fileName, bool consentGiven, bool review, Guid createdBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OrganizationId = organizationId;
        FileName = fileName;
        ConsentGiven = consentGiven;
        Review = review;
        CreatedBy = createdBy;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The uploader stated that the lab holds a consent for every row that does not say otherwise.</summary>
    public bool ConsentGiven { get; private set; }

    /// <summary>Somebody looks at what would become of the file before anything is written.</summary>
    public bool Review { get; private set; }

    public ImportStatus Status { get; private set; }

    /// <summary>The file as it was uploaded, as long as it is kept.</summary>
    public Guid? FileId { get; private set; }

    public long BytesRead { get; private set; }

    public long RowsRead { get; private set; }

    public long Added { get; private set; }

    public long Updated { get; private set; }

    /// <summary>Patients who are there already, of whom the file says nothing new.</summary>
    public long Unchanged { get; private set; }

    public long Duplicates { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Values that could not be understood, in rows that were taken without them.</summary>
    public long Remarks { get; private set; }

    /// <summary>Numbers that the file forbids to text, and that were not forbidden before.</summary>
    public long OptedOut { get; private set; }

    /// <summary>Numbers that have a consent by this import, and were not known before.</summary>
    public long Consented { get; private set; }

    /// <summary>Why the file as a whole was refused, for the person who uploaded it.</summary>
    public string? Error { get; private set; }

    /// <summary>The file's headers and the field that each was understood as, as JSON.</summary>
    public string Columns { get; private set; } = "[]";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Every row that it wrote bears this time.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>It ended before it was started: what it counts is what would have become of the file.</summary>
    public bool CameToNothing => Review && StartedAt is null && Status is ImportStatus.Failed;

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Null when there is nothing to undo, or not yet, or no more; a time that has passed says the same.</summary>
    public DateTimeOffset? UndoUntil =>
        StartedAt is not null && (Status is ImportStatus.Completed || (Status is ImportStatus.Failed && RowsRead > 0)) ? CompletedAt + UndoableFor : null;

    /// <summary>An undoing that was cut off may go on whenever it is.</summary>
    /// <exception cref="DomainException">It can't be undone; says why.</exception>
    public void RequireUndoable(DateTimeOffset now)
    {
        if (Status is ImportStatus.Undoing)
            return;
        if (Status is ImportStatus.Undone)
            throw new DomainException("This import was undone already.");
        if (Status is not (ImportStatus.Completed or ImportStatus.Failed))
            throw new DomainException("This import has not ended. Once it has, it can be undone.");
        if (CompletedAt + UndoableFor < now)
            throw new DomainException("An import can be undone within 24 hours of its end. Edit the patients, or import a corrected file.");
        if (UndoUntil is null)
            throw new DomainException("There is nothing to undo: this import has changed nothing, or did so before imports could be undone.");
    }
}
