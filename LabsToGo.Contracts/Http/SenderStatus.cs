namespace LabsToGo.Contracts.Http;

public enum SenderStatus
{
    Active,
    Paused,
}
