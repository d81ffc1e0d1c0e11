namespace LabsToGo.Domain.Patients;

/// <summary>Somebody's names, for the question whether two records are about one person.</summary>
public sealed class PersonName
{
    private readonly string _first, _last, _words;

    public PersonName(string first, string last)
    {
        (_first, _last) = (PlainName.Of(first), PlainName.Of(last));
        _words = string.Join(' ', $"{_first} {_last}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// They are the same apart from case, accents and the order of their words, or one of them has none, or one says less than the other. A nickname or an
    /// initial is another name. The database's function <c>names_agree</c> says the same.
    /// </summary>
    public bool AgreesWith(PersonName other) =>
        _words.Length == 0 || other._words.Length == 0
        || (_first == other._first && _first.Length > 0 && (_last.Length == 0 || other._last.Length == 0))
        || (_last == other._last && _last.Length > 0 && (_first.Length == 0 || other._first.Length == 0))
        || _words == other._words;
}
