namespace LabsToGo.Contracts.Http;

public enum ImportStatus
{
    /// <summary>For its file.</summary>
    Waiting,

    Running,
    Completed,
    Failed,
}
