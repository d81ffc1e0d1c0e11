namespace LabsToGo.Domain.Messages;

/// <summary>What a patient's reply asks of us.</summary>
public enum ReplyIntent
{
    Other,

    /// <summary>No more texts.</summary>
    Stop,

    /// <summary>May be a stop: a person has to decide, and until then nothing is sent but answers.</summary>
    Hold,

    /// <summary>Texts again, after a stop.</summary>
    Start,

    Help,
}
