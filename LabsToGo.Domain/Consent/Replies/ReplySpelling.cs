using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Consent.Replies;

/// <summary>Slips of the finger.</summary>
internal static partial class ReplySpelling
{
    private static readonly string[] Known =
    [
        "message", "messages", "messaging", "sending", "contact", "contacting", "unsubscribe", "subscription", "number", "remove", "delete", "receive",
        "receiving", "please", "texting", "reminders", "notifications", "consent", "anymore", "mensajes",
    ];

    /// <summary>Words of their own that look like slips.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
    [
        "removed", "deleted", "received", "contacts", "content", "numbers", "reminder", "messaged", "receives", "removes", "testing", "pleased", "relieve",
        "consents", "unsubscribed", "spending", "lending", "bending", "pending", "mending", "tending", "vending", "massage", "massages", "massaging", "tasting",
        "top", "shop", "step", "slop", "atop", "sop", "spot", "stow", "crop", "cancer", "canal",
    ]);

    /// <summary>Of short words too many are others with one letter changed.</summary>
    private const int Shortest = 6;

    /// <returns>The word that was meant, where it is one that opt-outs are made of.</returns>
    public static string Correct(string word) =>
        word.Length < Shortest || Others.Contains(word) ? word : Known.FirstOrDefault(known => IsNear(word, known), word);

    /// <summary>A clause that may be a keyword but for a slip: "stopp", "st0p", "sotp".</summary>
    public static bool IsSlip(string clause)
    {
        if (ReplyPhrases.Polite.Replace(clause, "").Trim() is not { Length: > 0 } word || word.Contains(' ', StringComparison.Ordinal) || Others.Contains(word))
            return false;
        var letters = Doubled().Replace(word.Replace('0', 'o').Replace('5', 's').Replace('1', 'i'), "$1");
        return IsNear(letters, "stop") || IsNear(letters, "cancel") || IsNear(letters, "parar");
    }

    /// <summary>At most one letter added, left out, changed or swapped with its neighbour.</summary>
    private static bool IsNear(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (other.Length - one.Length > 1)
            return false;
        var at = one.AsSpan().CommonPrefixLength(other);
        if (one.Length < other.Length)
            return one.AsSpan(at).SequenceEqual(other.AsSpan(at + 1));
        return at >= one.Length - 1
            || one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1))
            || (one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2)));
    }

    [GeneratedRegex("""(.)\1+""")]
    private static partial Regex Doubled();
}
