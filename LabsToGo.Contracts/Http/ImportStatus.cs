namespace LabsToGo.Contracts.Http;

public enum ImportStatus
{
    /// <summary>For its file.</summary>
    Waiting,

    /// <summary>The file is here and was looked through; nothing is written until somebody starts it.</summary>
    InReview,

    Running,
    Completed,
    Failed,
    Undoing,
    Undone,
}
