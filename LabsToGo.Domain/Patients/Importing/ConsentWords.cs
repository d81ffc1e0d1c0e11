using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What people write into a column that asks whether texts are allowed, or whether they are not.</summary>
public static partial class ConsentWords
{
    private static readonly FrozenSet<string> Yes = Set(
        "y yes true t 1 10 x on si yep yeah checked marked granted given ok okay active enabled accepted approved signed permitted authorized verbal written");

    private static readonly FrozenSet<string> No = Set("n no false f 0 00 off none nope unchecked");

    /// <summary>The same whichever way the column asks.</summary>
    private static readonly FrozenSet<string> Agreed = Set("optin optedin optsin in subscribed consented consents allowed agreed agrees");

    private static readonly FrozenSet<string> Refused = Set(
        "revoked declined declines refused denied stop stopped optout optedout optsout out unsubscribed unsubscribe never withdrawn withdrew blocked dnc " +
        "dnt dnd rejected suppressed quit cancel canceled cancelled end remove removed noconsent " +
        "notconsented notallowed");

    /// <summary>Under "opt out" these may mean that the opt-out is over.</summary>
    private static readonly FrozenSet<string> NotAnyMore = Set("inactive disabled expired");

    private static readonly FrozenSet<string> Undecided = Set(
        "na unknown unk pending notasked tbd tba undecided unspecified notspecified unsure maybe nan null blank nodata noresponse");

    private static readonly SearchValues<char> Marks = SearchValues.Create(" -–—_?./");

    /// <summary>In a column where a yes allows texts.</summary>
    /// <returns>Null for words that mean neither.</returns>
    public static ConsentAnswer? InConsent(string text)
    {
        if (IsNothing(text))
            return text.Length == 0 ? ConsentAnswer.Silent : ConsentAnswer.Withheld;
        var word = Letters(text);
        if (Yes.Contains(word) || Agreed.Contains(word))
            return ConsentAnswer.Granted;
        if (No.Contains(word) || Refused.Contains(word) || NotAnyMore.Contains(word))
            return ConsentAnswer.Revoked;
        if (Undecided.Contains(word))
            return ConsentAnswer.Withheld;
        var words = HeaderWords.Of(text);
        if (ConsentPatterns.NotYet.IsMatch(words))
            return ConsentAnswer.Withheld;
        if (Refuses(words) || ConsentPatterns.WeakRefusal.IsMatch(words) || No.Contains(First(words)))
            return ConsentAnswer.Revoked;
        // "Yes, verbal 3/4", but not "Yes, by e-mail only".
        return (Yes.Contains(First(words)) || ConsentPatterns.Consent.IsMatch(words)) && !Reservation().IsMatch(words) ? ConsentAnswer.Granted : null;
    }

    /// <summary>In a column where a yes forbids them; a "no" says only that nothing is forbidden.</summary>
    /// <returns>Null for words that mean neither.</returns>
    public static ConsentAnswer? InOptOut(string text)
    {
        if (IsNothing(text))
            return ConsentAnswer.Silent;
        var word = Letters(text);
        if (Agreed.Contains(word))
            return ConsentAnswer.Granted;
        if (Yes.Contains(word) || Refused.Contains(word))
            return ConsentAnswer.Revoked;
        if (No.Contains(word))
            return ConsentAnswer.Silent;
        if (Undecided.Contains(word))
            return ConsentAnswer.Withheld;
        var words = HeaderWords.Of(text);
        // Who wrote a date there wrote down when it was.
        if (Refuses(words) || Yes.Contains(First(words)) || Date().IsMatch(text))
            return ConsentAnswer.Revoked;
        return Speaks(words) && ConsentPatterns.Permission.IsMatch(words) && !Reservation().IsMatch(words) ? ConsentAnswer.Silent : null;
    }

    /// <summary>In a column with the patient's status, where other words don't matter.</summary>
    public static ConsentAnswer InStatus(string text) =>
        Refused.Contains(Letters(text)) || Refuses(HeaderWords.Of(text)) ? ConsentAnswer.Revoked : ConsentAnswer.Silent;

    private static bool Refuses(string words) =>
        ConsentPatterns.Refusal.IsMatch(words)
        || (Speaks(words) && (ConsentPatterns.Negation.IsMatch(words) || ConsentPatterns.WeakRefusal.IsMatch(words)));

    /// <summary>Of texts, of contact or of a consent.</summary>
    private static bool Speaks(string words) =>
        ConsentPatterns.Texting.IsMatch(words) || ConsentPatterns.Calling.IsMatch(words) || ConsentPatterns.Consent.IsMatch(words);

    private static bool IsNothing(string text) => !text.AsSpan().ContainsAnyExcept(Marks);

    private static string First(string words) => words.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? words[..end] : words;

    /// <summary>Letters and digits alone, without accents; a check mark is an x.</summary>
    private static string Letters(string text) => new([.. text.Select(Plain).Where(char.IsAsciiLetterOrDigit)]);

    private static char Plain(char character) => character switch
    {
        '✓' or '✔' or '☑' or '☒' => 'x',
        'í' or 'Í' => 'i',
        _ => char.ToLowerInvariant(character),
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(no|not|but|only|except|other than|until|unless|old)\b|pend|unknown|\bask|await|expir|need|requir|missing")]
    private static partial Regex Reservation();

    [GeneratedRegex(@"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|^\d{8}$")]
    private static partial Regex Date();
}
