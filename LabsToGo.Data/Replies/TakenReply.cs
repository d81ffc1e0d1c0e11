using LabsToGo.Contracts.Messages;

namespace LabsToGo.Data.Replies;

/// <param name="News">How many organizations had not known of the reply.</param>
/// <param name="Answers">What we answer by ourselves. The sweeper finds them as well, some seconds later.</param>
public sealed record TakenReply(int News, IReadOnlyList<StartDirect> Answers);
