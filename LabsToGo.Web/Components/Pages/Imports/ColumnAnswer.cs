using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Imports;

/// <summary>What is chosen for one column of a file in review.</summary>
public sealed class ColumnAnswer
{
    private const string NotImported = "-", NotSaid = "";

    private readonly ReviewedColumn _column;
    private string _choice;

    public ColumnAnswer(ReviewedColumn column, IReadOnlyList<string> samples)
    {
        (_column, Samples) = (column, samples);
        _choice = column.Field is { } field ? $"{field}" : column.Question is null ? NotImported : NotSaid;
        foreach (var word in column.UnclearWords.Where(word => word.Meaning is not null))
            Meanings[word.Word] = word.Meaning!.Value;
    }

    public string Header => _column.Header;

    public ColumnQuestion? Question => _column.Question;

    public IReadOnlyList<UnclearWord> UnclearWords => _column.UnclearWords;

    public IReadOnlyList<string> Samples { get; }

    public Dictionary<string, ConsentMeaning> Meanings { get; } = [];

    /// <summary>Something was chosen since the file was looked through.</summary>
    public bool Changed { get; private set; }

    /// <summary>The value of the select.</summary>
    public string Choice
    {
        get => _choice;
        set => (_choice, Changed) = (value, true);
    }

    public bool IsOpen => _choice == NotSaid;

    /// <summary>It is open, or a word in it is.</summary>
    public bool IsUnclear => IsOpen || UnclearWords.Any(word => !Meanings.ContainsKey(word.Word));

    public string MeaningOf(UnclearWord word) => Meanings.TryGetValue(word.Word, out var meaning) ? $"{meaning}" : "";

    public void Explain(UnclearWord word, string? meaning)
    {
        Changed = true;
        if (Enum.TryParse<ConsentMeaning>(meaning, out var parsed))
            Meanings[word.Word] = parsed;
        else
            Meanings.Remove(word.Word);
    }

    public ColumnChoice ToChoice() => new(Enum.TryParse<PatientField>(_choice, out var field) ? field : null, Meanings.Count == 0 ? null : Meanings);
}
