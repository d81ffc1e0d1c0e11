using System.Globalization;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What each column of a file holds, by its name and by what stands in its first rows.</summary>
internal sealed class ColumnGuesses
{
    public static readonly IReadOnlyDictionary<int, ColumnQuestion> NoQuestions = new Dictionary<int, ColumnQuestion>();

    private readonly IReadOnlyList<string> _headers;
    private readonly IReadOnlyList<IReadOnlyList<string>> _sample;
    private readonly Dictionary<int, ColumnQuestion> _unclear = [];

    private ColumnGuesses(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        (_headers, _sample) = (headers, sample);
        Fields = new PatientField?[headers.Count];
    }

    /// <summary>Of each column; null for one that is ignored.</summary>
    public PatientField?[] Fields { get; }

    public IReadOnlyDictionary<int, ColumnQuestion> Unclear => _unclear;

    public static ColumnGuesses Of(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        var guesses = new ColumnGuesses(headers, sample);
        guesses.GuessByName();
        guesses.GuessConsent();
        return guesses;
    }

    private void GuessByName()
    {
        var best = new Dictionary<PatientField, (int Column, int Rank)>();
        for (var at = 0; at < _headers.Count; at++)
        {
            if (!ColumnNames.TryFind(_headers[at], out var field, out var rank))
                continue;
            if (field == PatientField.Phone && !MayBeNumbers(at))
                continue;
            if (!best.TryGetValue(field, out var other) || rank < other.Rank)
                best[field] = (at, rank);
        }
        foreach (var (field, (column, _)) in best)
        {
            if (field == PatientField.ExternalId && MayCountRows(column))
                _unclear.Add(column, ColumnQuestion.RowNumbers);
            else
                Fields[column] = field;
        }
    }

    private void GuessConsent()
    {
        List<int> details = [];
        for (var at = 0; at < _headers.Count; at++)
        {
            if (Fields[at] is not null || _unclear.ContainsKey(at) || RejectColumns.Is(_headers[at]))
                continue;
            var meaning = ConsentColumns.Read(_headers[at]);
            Fields[at] = meaning switch
            {
                ColumnMeaning.Consent => PatientField.Consent,
                ColumnMeaning.OptOut => PatientField.OptOut,
                ColumnMeaning.Deceased => PatientField.Deceased,
                ColumnMeaning.Status => PatientField.Status,
                ColumnMeaning.Texting or ColumnMeaning.AboutTexts when HoldsAnswers(at) => PatientField.Consent,
                // Later rows may hold a "no".
                ColumnMeaning.Texting when !Values(at).Any() => PatientField.Consent,
                _ => null,
            };
            if (Fields[at] is null && IsUnclear(meaning, at))
                _unclear.Add(at, ColumnQuestion.Consent);
            if (meaning == ColumnMeaning.ConsentDetail)
                details.Add(at);
        }
        if (!Fields.Contains(PatientField.Consent))
            details.ForEach(at => _unclear.Add(at, ColumnQuestion.Consent));
    }

    /// <summary>
    /// "Mobile" with a yes or no tells what kind of number the next one is; "SMS" holds numbers where nothing else can. A "Phone" without any is still it.
    /// </summary>
    private bool MayBeNumbers(int column)
    {
        if (HoldsNumbers(column))
            return true;
        var others = Enumerable.Range(0, _headers.Count).Where(at => at != column && IsPhone(_headers[at]));
        return ConsentColumns.Read(_headers[column]) == ColumnMeaning.Texting
            ? !HoldsAnswers(column) && !others.Any()
            : !HoldsAnswers(column) || !others.Any(HoldsNumbers);
    }

    /// <summary>"ID" with 1, 2, 3 …</summary>
    private bool MayCountRows(int column)
    {
        if (HeaderWords.Of(_headers[column]) != "id")
            return false;
        var numbers = Values(column)
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToList();
        return numbers is [0 or 1] || (numbers.Count > 1 && numbers[0] >= 0 && numbers.SequenceEqual(Enumerable.Range(numbers[0], numbers.Count)));
    }

    private static bool IsPhone(string header) => ColumnNames.TryFind(header, out var field, out _) && field == PatientField.Phone;

    private bool IsUnclear(ColumnMeaning? meaning, int column) => meaning switch
    {
        ColumnMeaning.Unclear => true,
        ColumnMeaning.Texting => !HoldsNumbers(column),
        ColumnMeaning.AboutTexts => !Values(column).Any(),
        _ => false,
    };

    private IEnumerable<string> Values(int column) =>
        _sample.Where(row => column < row.Count).Select(row => row[column].Trim()).Where(value => value.Length > 0);

    /// <summary>Yes and no, and the like.</summary>
    private bool HoldsAnswers(int column) => Values(column).Any() && Values(column).All(value => ConsentWords.InConsent(value) is not null);

    private bool HoldsNumbers(int column) => Values(column).Any(value => value.Count(char.IsAsciiDigit) >= 7);
}
