using System.Collections.Frozen;

namespace LabsToGo.Domain.Templates.Wording;

/// <summary>
/// Words that Twilio or the law understand as an opt-out or an opt-in, where a text asks to reply them for something else: whoever replies CANCEL to cancel a
/// visit is texted no more (<see href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out"/>, 47 CFR 64.1200(a)(10)).
/// </summary>
internal static class ReplyWords
{
    private static readonly FrozenSet<string> OptOut = Set("stop stopall unsubscribe cancel end quit revoke optout");

    private static readonly FrozenSet<string> OptIn = Set("start yes unstop");

    /// <summary>Alone they are understood as an opt-out by everybody.</summary>
    private static readonly FrozenSet<string> Plain = Set("stop stopall unsubscribe optout");

    private static readonly FrozenSet<string> Asking = Set("reply text txt respond");

    /// <summary>What also has other meanings asks for a reply only before a word in capitals.</summary>
    private static readonly FrozenSet<string> MaybeAsking = Set("send answer type message say or and");

    private static readonly FrozenSet<string> Between = Set("with back word just simply only");

    private static readonly FrozenSet<string> BeforePurpose = Set("to if for when in so");

    private static readonly FrozenSet<string> Ending = Set("stop end cancel no not don dont never quit leave without off further anymore longer");

    private static readonly FrozenSet<string> Texts =
        Set(
            "text texts texting txt txts message messages messaging msg msgs sms alert alerts notification notifications reminder reminders receive " +
            "receiving hear contact contacted updates list");

    private static readonly FrozenSet<string> Leaving = Set("opt opting optout unsubscribe unsubscribed remove removed subscription");

    private static readonly FrozenSet<string> Joining = Set(
        "subscribe resubscribe again resume join joined enroll agree consent text texts message messages reminder reminders alert alerts updates");

    public static IEnumerable<TextMark> OptOutsForSomethingElse(IReadOnlyList<Word> words) =>
        AskedFor(words, OptOut).Where(at => !MeansOptOut(words, at)).Select(at => new TextMark(words[at].Start, words[at].Text.Length));

    public static IEnumerable<TextMark> OptInsForSomethingElse(IReadOnlyList<Word> words) =>
        AskedFor(words, OptIn).Where(at => !Purpose(words, at).Any(Joining.Contains) && !OptsIn(Purpose(words, at)))
            .Select(at => new TextMark(words[at].Start, words[at].Text.Length));

    /// <summary>Places of words that a patient is asked to reply.</summary>
    private static IEnumerable<int> AskedFor(IReadOnlyList<Word> words, FrozenSet<string> asked)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (!asked.Contains(words[at].Lower))
                continue;
            var before = at - 1;
            while (before > 0 && (Between.Contains(words[before].Lower) || (words[before].Lower == "the" && words[before + 1].Lower == "word")))
                before--;
            if (words[before].Sentence == words[at].Sentence
                && (Asking.Contains(words[before].Lower) || (words[at].IsUpper && MaybeAsking.Contains(words[before].Lower))))
                yield return at;
        }
    }

    private static bool MeansOptOut(IReadOnlyList<Word> words, int at)
    {
        var purpose = Purpose(words, at);
        return purpose.Count == 0
            ? Plain.Contains(words[at].Lower)
            : purpose.Any(Leaving.Contains)
                || (purpose.Any(Ending.Contains) && purpose.Any(Texts.Contains))
                || (purpose.Count == 2 && Ending.Contains(purpose[1]) && Plain.Contains(words[at].Lower));
    }

    private static bool OptsIn(List<string> purpose) => purpose.Contains("opt") && purpose.Contains("in");

    /// <summary>"… to cancel your visit" behind the word, or "To cancel your visit, …" before it; empty when nothing is said.</summary>
    private static List<string> Purpose(IReadOnlyList<Word> words, int at)
    {
        var sentence = words.Select((word, place) => (word, place)).Where(entry => entry.word.Sentence == words[at].Sentence);
        var behind = sentence.Where(entry => entry.place > at).Select(entry => entry.word).TakeWhile(word => !IsNextWord(word)).Select(word => word.Lower)
            .ToList();
        if (behind.Count > 0 && BeforePurpose.Contains(behind[0]))
            return behind;
        var before = sentence.Where(entry => entry.place < at).Select(entry => entry.word.Lower).ToList();
        var asking = before.FindLastIndex(Asking.Contains);
        var begins = before.FindIndex(BeforePurpose.Contains);
        return begins >= 0 && begins < asking ? before[begins..asking] : [];
    }

    /// <summary>"Reply STOP to opt out, CANCEL to …": the next one has a purpose of its own.</summary>
    private static bool IsNextWord(Word word) => word.IsUpper && (OptOut.Contains(word.Lower) || OptIn.Contains(word.Lower) || word.Lower == "help");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
