namespace LabsToGo.Domain.Messages;

/// <summary>What a patient's reply asks of us.</summary>
public enum ReplyIntent
{
    Other,

    /// <summary>No more texts.</summary>
    Stop,

    /// <summary>Texts again, after a stop.</summary>
    Start,

    Help,
}
