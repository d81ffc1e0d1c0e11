namespace LabsToGo.Domain.Patients.Importing;

/// <summary>Doubts for the person who has to decide.</summary>
public static class RowDoubts
{
    public static RowProblem Of(long line, RowDoubt doubt) => new(line, "(whole row)", InWords(doubt), Refused: doubt is not RowDoubt.Similar);

    private static string InWords(RowDoubt doubt) => doubt switch
    {
        RowDoubt.ExternalId =>
            "The patient with this patient number has another name and another date of birth. Nothing was changed: correct the number, or the patient.",
        RowDoubt.Phone =>
            "Several patients with this phone number fit this row. Nothing was changed: add the name, the date of birth or the patient number to the row.",
        RowDoubt.Similar =>
            "This patient was added beside one with the same phone number who is similar, but not the same. If they are one person, erase one of the two.",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, null),
    };
}
