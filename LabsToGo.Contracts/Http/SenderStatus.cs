namespace LabsToGo.Contracts.Http;

public enum SenderStatus
{
    Active,
    Paused,

    /// <summary>Not ours any more, or not wanted: nothing leaves from it, but a reply to it still counts.</summary>
    Retired,
}
