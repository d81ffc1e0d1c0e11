using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What people write into a column that says who has died.</summary>
public static class DeathWords
{
    private static readonly FrozenSet<string> Alive = FrozenSet.ToFrozenSet(
        "n,no,false,f,0,off,none,na,n a,unknown,unk,null,nan,alive,living,active,inactive,0 0 0,00 00 0000,0000 00 00".Split(','), StringComparer.Ordinal);

    /// <summary>In a column that says nothing else: whatever is no "no" there, a date above all, is a yes.</summary>
    public static bool IsDeceased(string text)
    {
        var words = HeaderWords.Of(text);
        return words.Length > 0 && !Alive.Contains(words);
    }

    /// <summary>In a column that says something else as well: their status, their consent.</summary>
    public static bool IsDeceasedStatus(string text) => text.Length > 3 && ConsentPatterns.Death.IsMatch(HeaderWords.Of(text));
}
