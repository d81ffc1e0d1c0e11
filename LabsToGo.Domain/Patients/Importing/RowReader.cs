using System.Collections.Frozen;
using CsvHelper;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>One row of the file to a patient, or to the reason why not.</summary>
/// <param name="consentGiven">Of the whole upload: every row that does not say otherwise has a consent.</param>
/// <param name="zones">Those that there are.</param>
public sealed class RowReader(CsvReader csv, ColumnMap columns, bool consentGiven, FrozenSet<string> zones, TimeProvider time)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(14));

    /// <summary>Of the row that is read.</summary>
    private readonly List<RowProblem> _remarks = [];

    private readonly RowConsent _consent = new(csv, columns, consentGiven);

    private RowProblem _refusal;

    public UnclearWords Unclear => _consent.Unclear;

    /// <summary>Reads the row on which the file stands into the chunk; a row without any value of ours is passed over.</summary>
    public void ReadInto(ImportChunk chunk)
    {
        if (IsBlank())
            return;
        _remarks.Clear();
        if (Read() is not { } row)
        {
            chunk.Add(_refusal);
            return;
        }
        chunk.Add(row);
        foreach (var value in _remarks)
            chunk.Add(value);
    }

    /// <summary>Without a phone, a name or a clear word on consent there is no patient; anything else that can't be read is left out.</summary>
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

        var (externalId, city) = (ExternalId(), Optional(PatientField.City, 100));
        if (!BirthDate.TryParse(Text(PatientField.DateOfBirth), _today, out var born, out reason))
            LeaveOut(PatientField.DateOfBirth, reason);
        string? state = null;
        if (Text(PatientField.State) is { Length: > 0 } stateText && !UsStates.TryNormalize(stateText, out state))
            LeaveOut(PatientField.State, "There is no such state. Use its two letters, such as NY.");
        if (!PostalCode.TryNormalize(Text(PatientField.PostalCode), out var postalCode))
            LeaveOut(PatientField.PostalCode, "This is not a ZIP code: five digits, or five, a dash and four.");
        if (!TimeZones.TryNormalize(Text(PatientField.TimeZone), zones, out var zone, state, postalCode))
            LeaveOut(PatientField.TimeZone, "There is no such time zone. Use a name such as America/New_York, or leave it empty.");
        if (!_consent.TryRead(out var consent, out var deceased, out var unclear, out reason))
            return Refuse(columns.Headers[unclear], reason);

        return new ImportRow
        {
            Line = csv.LineNumber,
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Phone = phone,
            ExternalId = externalId,
            FirstName = first,
            LastName = last,
            DateOfBirth = born,
            City = city,
            State = state,
            PostalCode = postalCode,
            TimeZone = TimeZones.Find(zone, postalCode, state, phone),
            Consent = consent,
            Deceased = deceased,
        };
    }

    private bool TryName(PatientField field, int most, out string text)
    {
        text = Text(field);
        return FieldText.Problem(text, most) is not { } problem || Fail(field, problem);
    }

    private string? Optional(PatientField field, int most)
    {
        var text = Text(field);
        if (FieldText.Problem(text, most) is not { } problem)
            return text.Length == 0 ? null : text;
        LeaveOut(field, problem);
        return null;
    }

    private string? ExternalId()
    {
        var id = Optional(PatientField.ExternalId, 64);
        if (id is null || !SpreadsheetNumber.IsRounded(id))
            return id;
        LeaveOut(
            PatientField.ExternalId,
            "A spreadsheet has turned this patient number into a rounded number. Format the column as text and save the file again.");
        return null;
    }

    private string Text(PatientField field)
    {
        var column = columns[field];
        return column < 0 ? "" : FieldText.Of(field, csv.GetString(column));
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
        _refusal = new RowProblem(csv.LineNumber, column, reason, Refused: true);
        return null;
    }

    private void LeaveOut(PatientField field, string reason) =>
        _remarks.Add(new RowProblem(csv.LineNumber, columns.Headers[columns[field]], reason, Refused: false));
}
