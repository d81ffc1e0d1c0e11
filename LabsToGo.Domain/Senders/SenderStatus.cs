namespace LabsToGo.Domain.Senders;

public enum SenderStatus
{
    Active,
    Paused,
}
