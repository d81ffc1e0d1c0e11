namespace LabsToGo.Contracts.Http;

/// <summary>What undoing an import would do now. Of one that was undone, nothing more, and whom it left alone.</summary>
/// <param name="Added">Patients whom the import added, and who go.</param>
/// <param name="Changed">Patients whom it changed, and who become again what they were.</param>
/// <param name="Unchanged">Patients of whom the file said nothing new: they just leave the import.</param>
/// <param name="Consents">Numbers whose consent by the import is taken back.</param>
/// <param name="OptOuts">Numbers whose opt-out by the import is taken back.</param>
/// <param name="Kept">Patients who stay as they are, with what the import said of their numbers.</param>
/// <param name="FirstKept">The first hundred of them.</param>
public sealed record ImportUndoResponse(
    ImportStatus Status, long Added, long Changed, long Unchanged, long Consents, long OptOuts, long Kept, IReadOnlyList<KeptPatientResponse> FirstKept);

public sealed record KeptPatientResponse(Guid PatientId, string Name, ImportKeptReason Reason);
