namespace LabsToGo.Domain.Patients.Importing;

/// <summary>
/// Whether a column tells who may be texted, by the words in its name: laboratories call it as they like, and one that is passed over texts people who
/// said no.
/// </summary>
public static class ConsentColumns
{
    /// <returns>Null for a column that has nothing to do with it, or that is about e-mail, treatment and the like.</returns>
    public static ColumnMeaning? Read(string header)
    {
        var words = HeaderWords.Of(header);
        if (ConsentPatterns.Death.IsMatch(words))
            return ColumnMeaning.Deceased;
        if (ConsentPatterns.Status.IsMatch(words))
            return ColumnMeaning.Status;
        var texting = ConsentPatterns.Texting.IsMatch(words) && !ConsentPatterns.LeavingMessages.IsMatch(words);
        var calling = ConsentPatterns.Calling.IsMatch(words);
        if (!texting && ConsentPatterns.Elsewhere.IsMatch(words))
            return calling && ConsentPatterns.Refusal.IsMatch(words) ? ColumnMeaning.OptOut : null;
        return Refusal(words, texting || calling)
            ?? (ConsentPatterns.Preference.IsMatch(words) ? Preference(words, texting) : Permission(words, texting, calling));
    }

    private static ColumnMeaning? Refusal(string words, bool reaching)
    {
        var consent = ConsentPatterns.Consent.IsMatch(words);
        if (ConsentPatterns.Refusal.IsMatch(words))
            // "Opt in / opt out" says both.
            return consent && ConsentPatterns.BothWays.IsMatch(words) ? ColumnMeaning.Unclear : ColumnMeaning.OptOut;
        if ((reaching || consent) && (ConsentPatterns.Negation.IsMatch(words) || ConsentPatterns.WeakRefusal.IsMatch(words)))
            return ColumnMeaning.OptOut;
        return ConsentPatterns.LoneRefusal.IsMatch(words) ? ColumnMeaning.Unclear : null;
    }

    /// <summary>Whoever prefers another way has not refused this one.</summary>
    private static ColumnMeaning? Preference(string words, bool texting) =>
        texting || ConsentPatterns.Contact.IsMatch(words) ? ColumnMeaning.Unclear : null;

    private static ColumnMeaning? Permission(string words, bool texting, bool calling)
    {
        var consent = ConsentPatterns.Consent.IsMatch(words);
        var permission = ConsentPatterns.Permission.IsMatch(words);
        if (consent || (texting && permission))
            return ConsentPatterns.Detail.IsMatch(words) ? ColumnMeaning.ConsentDetail : calling && !texting ? ColumnMeaning.Unclear : ColumnMeaning.Consent;
        if (permission && (calling || ConsentPatterns.Mobile.IsMatch(words)))
            return ColumnMeaning.Unclear;
        return ConsentPatterns.OnlyTexting.IsMatch(words) ? ColumnMeaning.Texting : texting ? ColumnMeaning.AboutTexts : null;
    }
}
