namespace LabsToGo.Domain.Files;

public enum StoredFileKind
{
    /// <summary>Patients, as they were uploaded.</summary>
    Import,
}
