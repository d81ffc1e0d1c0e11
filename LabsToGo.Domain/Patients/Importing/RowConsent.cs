using CsvHelper;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What the columns of a row say of texts to its patient.</summary>
/// <param name="consentGiven">Of the whole upload: every row that does not say otherwise has a consent.</param>
internal sealed class RowConsent(CsvReader csv, ColumnMap columns, bool consentGiven)
{
    public UnclearWords Unclear { get; } = new();

    /// <summary>A "no" in any column counts, then a "not yet", then a "yes".</summary>
    /// <param name="unclear">The column that says neither, and why the row is refused for it.</param>
    public bool TryRead(out ConsentKind? consent, out bool deceased, out int unclear, out string reason)
    {
        var answer = ConsentAnswer.Silent;
        (consent, deceased, unclear, reason) = (null, false, -1, "");
        foreach (var (column, field) in columns.AboutConsent)
        {
            var text = FieldText.Of(field, csv.GetString(column));
            if (field == PatientField.Deceased ? DeathWords.IsDeceased(text) : DeathWords.IsDeceasedStatus(text))
            {
                deceased = true;
                continue;
            }
            if ((InWords(field, text) ?? AsExplained(column, text)) is not { } said)
            {
                (unclear, reason) = (column, field == PatientField.Consent
                    ? "This does not say whether texts are allowed. Use yes or no, or leave it empty."
                    : "This does not say whether the patient has opted out. Use yes or no, or leave it empty.");
                return false;
            }
            answer = said > answer ? said : answer;
        }
        if (answer == ConsentAnswer.Revoked)
            consent = ConsentKind.Revoked;
        else if (!deceased && (answer == ConsentAnswer.Granted || (answer == ConsentAnswer.Silent && consentGiven)))
            consent = ConsentKind.Granted;
        return true;
    }

    private static ConsentAnswer? InWords(PatientField field, string text) => field switch
    {
        PatientField.Consent => ConsentWords.InConsent(text),
        PatientField.OptOut => ConsentWords.InOptOut(text),
        PatientField.Status => ConsentWords.InStatus(text),
        _ => ConsentAnswer.Silent,
    };

    /// <summary>By what somebody said of the word; where nobody did, it is a question to ask.</summary>
    private ConsentAnswer? AsExplained(int column, string text)
    {
        var word = UnclearWords.Of(text);
        Unclear.Count(column, word);
        return columns.MeaningOf(column, word) switch
        {
            ConsentMeaning.Allows => ConsentAnswer.Granted,
            ConsentMeaning.Forbids => ConsentAnswer.Revoked,
            ConsentMeaning.Undecided => ConsentAnswer.Withheld,
            _ => null,
        };
    }
}
