namespace LabsToGo.Domain.Patients;

/// <summary>Somebody's names, for the question whether two records are about one person.</summary>
public readonly record struct PersonName(string First, string Last)
{
    /// <summary>
    /// They are the same apart from case, accents and the order of their words, or one of them has none, or one says less than the other. A nickname or an
    /// initial is another name. The database's function <c>names_agree</c> says the same.
    /// </summary>
    public bool AgreesWith(PersonName other)
    {
        if (this == other)
            return true;
        var (first, last) = (PlainName.Of(First), PlainName.Of(Last));
        var (otherFirst, otherLast) = (PlainName.Of(other.First), PlainName.Of(other.Last));
        return first.Length + last.Length == 0 || otherFirst.Length + otherLast.Length == 0
            || (first == otherFirst && first.Length > 0 && (last.Length == 0 || otherLast.Length == 0))
            || (last == otherLast && last.Length > 0 && (first.Length == 0 || otherFirst.Length == 0))
            || Words(first, last).SequenceEqual(Words(otherFirst, otherLast));
    }

    private static IEnumerable<string> Words(string first, string last) =>
        $"{first} {last}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
