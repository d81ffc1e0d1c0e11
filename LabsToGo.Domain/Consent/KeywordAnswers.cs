namespace LabsToGo.Domain.Consent;

/// <summary>What we answer to STOP, START and HELP where Twilio does not. Each names who texts, and none of them advertises (CTIA).</summary>
public static class KeywordAnswers
{
    /// <summary>Within five minutes of the opt-out it may say that it counts, and nothing else (47 CFR 64.1200(a)(12)).</summary>
    public static string Stopped(string lab) => $"{lab}: You have opted out and get no more texts from us. Reply START to get them again.";

    public static string Started(string lab) => $"{lab}: You get texts from us again. Reply HELP for help, STOP to opt out.";

    /// <param name="own">The lab's own words; null where it has none.</param>
    public static string Help(string lab, string? own) => own ?? $"{lab}: We text you about your visits. For help, call our office. Reply STOP to opt out.";
}
