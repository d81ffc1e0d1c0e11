using System.Text.Json;

namespace LabsToGo.Domain.Messages;

/// <summary>
/// What became of a row and when, as its <see cref="Message.History"/> and its own times tell: Twilio's words as it used them, and ours, which begin with a
/// prefix that none of Twilio's has. Each is kept once, with the time at which it first held.
/// </summary>
public static class MessageHistory
{
    /// <summary>As in the database; after the last two stands who decided.</summary>
    public const string Unknown = "ours.unknown", Found = "ours.found", Absent = "ours.absent", TriedAgain = "ours.tried_again", NoWord = "ours.no_word",
        Arrived = "ours.arrived ", SentAgain = "ours.sent_again ";

    /// <summary>From its plan on, in the order of the times.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string What)> Of(Message message)
    {
        List<(DateTimeOffset At, string What)> history = [(message.CreatedAt, "Planned")];
        if (message.AttemptedAt is { } attempted)
            history.Add((attempted, message.Attempts > 1 ? $"Handed to Twilio, for the {Ordinal(message.Attempts)} time" : "Handed to Twilio"));
        history.AddRange(JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(message.History)!.Select(entry => (entry.Value, InWords(entry.Key))));
        history.Sort((one, other) => one.At.CompareTo(other.At));
        return history;
    }

    /// <summary>Plain words for a key of the history.</summary>
    public static string InWords(string key) => key switch
    {
        Unknown => "Not clear whether Twilio has it",
        Found => "Found at Twilio",
        Absent => "Not at Twilio: sent again",
        TriedAgain => "Not delivered: tried again later",
        NoWord => "Twilio never said whether it arrived",
        _ when key.StartsWith(Arrived, StringComparison.Ordinal) => $"{key[Arrived.Length..]} says that it arrived",
        _ when key.StartsWith(SentAgain, StringComparison.Ordinal) => $"{key[SentAgain.Length..]} had it sent again",
        _ => $"Twilio: {key}",
    };

    private static string Ordinal(int number) => number switch { 2 => "second", 3 => "third", _ => $"{number}th" };
}
