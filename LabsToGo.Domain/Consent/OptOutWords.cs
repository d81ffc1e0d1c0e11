using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using LabsToGo.Domain.Messages;

namespace LabsToGo.Domain.Consent;

/// <summary>
/// Reads a reply for an opt-out. Twilio blocks single keywords alone (<see href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out"/>);
/// the law asks for more: any words that a reasonable person understands as a revocation (47 CFR 64.1200(a)(10)). In doubt it is a stop.
/// </summary>
public static partial class OptOutWords
{
    private static readonly FrozenSet<string> Stop = FrozenSet.ToFrozenSet(
        ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT", "STOP ALL", "REMOVE", "PARAR", "ALTO"]);

    private static readonly FrozenSet<string> Start = FrozenSet.ToFrozenSet(["START", "YES", "UNSTOP", "SUBSCRIBE", "OPTIN", "OPT IN"]);

    private static readonly FrozenSet<string> Help = FrozenSet.ToFrozenSet(["HELP", "INFO", "AYUDA"]);

    public static ReplyIntent Read(string? text)
    {
        var plain = Plain(text ?? "");
        return Stop.Contains(plain) || StopPhrase().IsMatch(plain) ? ReplyIntent.Stop
            : Start.Contains(plain) ? ReplyIntent.Start
            : Help.Contains(plain) ? ReplyIntent.Help
            : ReplyIntent.Other;
    }

    /// <summary>Upper case, apostrophes dropped, everything else that is no letter or digit one space.</summary>
    private static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        // By runes, since half of a surrogate pair can't be normalized.
        foreach (var character in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
                result.Append(char.ToUpperInvariant(character));
            else if (character is not ('\'' or '’') && result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        return result.ToString().TrimEnd();
    }

    /// <summary>"Stop by tomorrow" and "cancel my visit" are none; "please stop", "stop texting me", "take me off your list" are.</summary>
    [GeneratedRegex(
        """
        ^(PLEASE\ |PLS\ )?(STOP|UNSUBSCRIBE|QUIT|REVOKE)(\ (PLEASE|PLS|NOW|IT|THIS|ALL|ME|THANKS|THANK\ YOU))*$
        |\b(STOP|QUIT|CANCEL|END|NO\ MORE|DONT|DO\ NOT|NEVER)\ (\w+\ ){0,3}?(TEXT|TEXTS|TEXTING|TXT|MESSAGE|MESSAGES|MESSAGING|SMS|MSG|MSGS)\b
        |\b(STOP|DONT|DO\ NOT|NEVER)\ (CONTACT|CONTACTING|SEND|SENDING|BOTHER|BOTHERING|WRITE|WRITING)\b
        |\b(UNSUBSCRIBE|OPT\ ?OUT|OPTING\ OUT|TAKE\ ME\ OFF|REMOVE\ ME|REMOVE\ MY\ NUMBER|LEAVE\ ME\ ALONE|REVOKE\ MY\ CONSENT|WRONG\ NUMBER)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex StopPhrase();
}
