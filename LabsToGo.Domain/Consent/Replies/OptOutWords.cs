using System.Text.RegularExpressions;
using LabsToGo.Domain.Messages;

namespace LabsToGo.Domain.Consent.Replies;

/// <summary>
/// Reads a reply for what the patient wants of us. Twilio understands single keywords alone
/// (<see href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out"/>); the law asks for more: any words that a reasonable person understands as
/// a revocation (47 CFR 64.1200(a)(10)). What may be one is a hold, for a person to decide. How well that works is measured by the unit tests'
/// <c>replies.csv</c>.
/// </summary>
public static partial class OptOutWords
{
    public static ReplyIntent Read(string? text)
    {
        var reply = ReplyText.Of(text ?? "");
        var clauses = reply.Clauses.Select(clause => new Clause(clause, ReplyPhrases.WithoutOthers(clause))).ToList();
        if (KeywordFirst().IsMatch(reply.Cleaned)
            || clauses.Any(clause => ReplyPhrases.Whole.IsMatch(clause.Whole) || ReplyPhrases.Stop.IsMatch(clause.Cut)))
            return Joke().IsMatch(reply.Cleaned) ? ReplyIntent.Hold : ReplyIntent.Stop;
        if (clauses is [{ Whole: "yes" }] || clauses.Any(clause => ReplyPhrases.Start.IsMatch(clause.Cut)))
            return ReplyIntent.Start;
        if (clauses.Any(IsDoubtful) || IsDoubtful(reply, clauses))
            return ReplyIntent.Hold;
        return clauses.Any(clause => ReplyPhrases.Help.IsMatch(clause.Whole)) ? ReplyIntent.Help : ReplyIntent.Other;
    }

    private static bool IsDoubtful(Clause clause) =>
        ReplyPhrases.LimitedStop.IsMatch(clause.Cut) || ReplyPhrases.Doubt.IsMatch(clause.Cut) || ReplySpelling.IsSlip(clause.Cut);

    private static bool IsDoubtful(ReplyText reply, List<Clause> clauses) =>
        (clauses.Count == 0 && (reply.QuotesUs || StopSign().IsMatch(reply.Cleaned)))
        || SomebodyElse().IsMatch(reply.Cleaned)
        || (clauses.All(clause => clause.Cut == clause.Whole) && Keyword().IsMatch(reply.Cleaned) && !Asks().IsMatch(reply.Cleaned)
            && Prose().IsMatch(reply.Cleaned));

    /// <param name="Cut">Without what is no opt-out whatever its words.</param>
    private sealed record Clause(string Whole, string Cut);

    /// <summary>"Stop it, you are too funny" is said to a friend.</summary>
    [GeneratedRegex("""\bstop (it|that|being|making)\b.*(😂|🤣|😆|😅|\b(haha|lol|lmao|funny|jaja))""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Joke();

    /// <summary>The keyword, and then what they think of us: "STOP you people are relentless".</summary>
    [GeneratedRegex("""^\W*STOP\W+(?=(you|u|i|i['’]?m|we|they|this|these|too|enough|why|omg)\b)""")]
    private static partial Regex KeywordFirst();

    [GeneratedRegex("🛑|✋|⛔|🚫|🖕")]
    private static partial Regex StopSign();

    /// <summary>"This is not Maria", by the capital letter.</summary>
    [GeneratedRegex(
        """
        \b([Tt]his\ is\ not|[Tt]his\ isn['’]?t|I['’]?m\ not|I\ am\ not|[Nn]o\ soy|[Nn]ot)\ (([Mm]rs?|[Mm]s|la\ senora|el\ senor)\.?\ )?[A-Z][a-z]+
            (?=\W*$|[.,!;]|\ (sorry|anymore|s\ (phone|number)|you|and))
        |\b[Nn]o\ [A-Z][a-z]+\ (here|lives|at\ this)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex SomebodyElse();

    /// <summary>In capitals among small letters it is our keyword and not the verb.</summary>
    [GeneratedRegex("""\bSTOP\b(?!\ ([Ss]ign|[Bb]y|[Ll]ight)|[^.!\n]*\?)""")]
    private static partial Regex Keyword();

    [GeneratedRegex("""\b(what|when|how|does|do i|should|can i|where|if i)\b[^.!?\n]*\bstop\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex("[a-z]{2}")]
    private static partial Regex Prose();
}
