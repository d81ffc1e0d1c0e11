using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What stands in the columns about texts and is neither a yes nor a no, counted.</summary>
public sealed class UnclearWords
{
    /// <summary>Different ones per column that are counted; a person would not answer more of them.</summary>
    public const int Most = 20;

    private readonly Dictionary<int, Dictionary<string, long>> _rows = [];

    /// <summary>As it is compared and shown.</summary>
    public static string Of(string text) => StorableText.Of(text, 60);

    /// <summary>A longer number, such as a ZIP code in a row whose cells are shifted, is no word that anybody could explain.</summary>
    public void Count(int column, string word)
    {
        if (word.Count(char.IsAsciiDigit) > 3)
            return;
        if (!_rows.TryGetValue(column, out var words))
            _rows.Add(column, words = new(StringComparer.OrdinalIgnoreCase));
        if (words.Count < Most || words.ContainsKey(word))
            words[word] = words.GetValueOrDefault(word) + 1;
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<UnclearWord> In(int column, ColumnMap columns) =>
    [
        .. _rows.GetValueOrDefault(column, [])
            .OrderByDescending(entry => entry.Value)
            .Select(entry => new UnclearWord(entry.Key, entry.Value, columns.MeaningOf(column, entry.Key))),
    ];
}
