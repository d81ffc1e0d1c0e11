using System.Collections.Frozen;
using CsvHelper;
using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>One row of the file to a patient, or to the reason why not.</summary>
/// <param name="consentGiven">Of the whole upload: every row that does not say otherwise has a consent.</param>
/// <param name="zones">Those that there are.</param>
public sealed class RowReader(CsvReader csv, ColumnMap columns, bool consentGiven, FrozenSet<string> zones, TimeProvider time)
{
    private const string ControlCharacters = "The value has a line break or an invisible control character in it. Is a quotation mark not closed?";

    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(14));

    private string _column = "";
    private string _reason = "";

    /// <summary>Reads the row on which the file stands into the chunk; a row without any value of ours is passed over.</summary>
    public void ReadInto(ImportChunk chunk)
    {
        if (IsBlank())
            return;
        if (Read() is { } row)
            chunk.Add(row);
        else
            chunk.Add(new RowProblem(csv.LineNumber, _column, _reason));
    }

    private ImportRow? Read()
    {
        if (HasTooManyValues())
            return Refuse(
                "(whole row)",
                $"The row has {csv.FieldCount} values, but there are {columns.Headers.Count} columns. Is a value with a comma in it not quoted?");
        if (!PhoneNumber.TryNormalize(Text(PatientField.Phone), out var phone, out var reason))
            return Refuse(PatientField.Phone, reason);

        if (!TryName(PatientField.FirstName, 100, out var first) || !TryName(PatientField.LastName, 100, out var last)
            || !TryName(PatientField.FullName, 200, out var full))
            return null;
        if (first.Length == 0 && last.Length == 0 && full.Length > 0)
        {
            (first, last) = FullName.Split(full);
            if (first.Length > 100 || last.Length > 100)
                return Refuse(PatientField.FullName, "A first or last name can have 100 letters at most.");
        }
        if (first.Length == 0 && last.Length == 0 && (Has(PatientField.FirstName) ?? Has(PatientField.LastName) ?? Has(PatientField.FullName)) is { } nameless)
            return Refuse(nameless, "The name is missing.");

        if (!TryName(PatientField.City, 100, out var city) || !TryName(PatientField.ExternalId, 64, out var externalId))
            return null;
        if (!BirthDate.TryParse(Text(PatientField.DateOfBirth), _today, out var born, out reason))
            return Refuse(PatientField.DateOfBirth, reason);
        string? state = null;
        if (Text(PatientField.State) is { Length: > 0 } stateText && !UsStates.TryNormalize(stateText, out state))
            return Refuse(PatientField.State, "There is no such state. Use its two letters, such as NY.");
        if (!PostalCode.TryNormalize(Text(PatientField.PostalCode), out var postalCode))
            return Refuse(PatientField.PostalCode, "This is not a ZIP code: five digits, or five, a dash and four.");
        if (!TimeZones.TryNormalize(Text(PatientField.TimeZone), zones, out var zone, state, postalCode))
            return Refuse(PatientField.TimeZone, "There is no such time zone. Use a name such as America/New_York, or leave it empty.");
        if (!TryConsent(out var consent, out var deceased))
            return null;

        return new ImportRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Phone = phone,
            ExternalId = externalId.Length == 0 ? null : externalId,
            FirstName = first,
            LastName = last,
            DateOfBirth = born,
            City = city.Length == 0 ? null : city,
            State = state,
            PostalCode = postalCode,
            TimeZone = TimeZones.Find(zone, postalCode, state, phone),
            Consent = consent,
            Deceased = deceased,
        };
    }

    /// <summary>A "no" in any column counts, then a "not yet", then a "yes".</summary>
    private bool TryConsent(out ConsentKind? consent, out bool deceased)
    {
        var answer = ConsentAnswer.Silent;
        (consent, deceased) = (null, false);
        foreach (var (column, field) in columns.AboutConsent)
        {
            var text = CellText.Clean(csv.GetString(column));
            if (field == PatientField.Deceased ? DeathWords.IsDeceased(text) : DeathWords.IsDeceasedStatus(text))
            {
                deceased = true;
                continue;
            }
            ConsentAnswer? said = field switch
            {
                PatientField.Consent => ConsentWords.InConsent(text),
                PatientField.OptOut => ConsentWords.InOptOut(text),
                PatientField.Status => ConsentWords.InStatus(text),
                _ => ConsentAnswer.Silent,
            };
            if (said is null)
            {
                Refuse(
                    columns.Headers[column],
                    field == PatientField.Consent
                        ? "This does not say whether texts are allowed. Use yes or no, or leave it empty."
                        : "This does not say whether the patient has opted out. Use yes or no, or leave it empty.");
                return false;
            }
            answer = said > answer ? said.Value : answer;
        }
        if (answer == ConsentAnswer.Revoked)
            consent = ConsentKind.Revoked;
        else if (!deceased && (answer == ConsentAnswer.Granted || (answer == ConsentAnswer.Silent && consentGiven)))
            consent = ConsentKind.Granted;
        return true;
    }

    private bool TryName(PatientField field, int most, out string text)
    {
        text = Text(field);
        if (text.Length > most)
            return Fail(field, $"The value is longer than {most} letters.");
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return Fail(field, ControlCharacters);
        }
        return true;
    }

    private string Text(PatientField field)
    {
        var column = columns[field];
        if (column < 0)
            return "";
        var text = csv.GetString(column);
        return field switch
        {
            PatientField.FirstName or PatientField.LastName or PatientField.FullName => CellText.CleanName(text),
            PatientField.ExternalId or PatientField.PostalCode => CellText.CleanKey(text),
            PatientField.Phone => CellText.Clean(text),
            _ => CellText.CleanValue(text),
        };
    }

    private PatientField? Has(PatientField field) => columns[field] >= 0 ? field : null;

    private bool IsBlank()
    {
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (csv.GetSpan(column).ContainsAnyExcept(" \t"u8))
                return false;
        }
        return true;
    }

    private bool HasTooManyValues()
    {
        for (var column = columns.Headers.Count; column < csv.FieldCount; column++)
        {
            if (csv.GetSpan(column).ContainsAnyExcept(" \t"u8))
                return true;
        }
        return false;
    }

    private bool Fail(PatientField field, string reason)
    {
        Refuse(field, reason);
        return false;
    }

    private ImportRow? Refuse(PatientField field, string reason) => Refuse(columns.Headers[columns[field]], reason);

    private ImportRow? Refuse(string column, string reason)
    {
        (_column, _reason) = (column, reason);
        return null;
    }
}
