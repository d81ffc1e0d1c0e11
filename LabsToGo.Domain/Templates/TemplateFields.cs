namespace LabsToGo.Domain.Templates;

/// <summary>All that a text may say about a patient. Few on purpose: a text is no place for results, tests or diagnoses.</summary>
public static class TemplateFields
{
    public const string FirstName = "first_name", LastName = "last_name", City = "city", LabName = "lab_name";

    public static IReadOnlyList<TemplateField> All { get; } =
    [
        new(FirstName, "The patient's first name", "Maria"),
        new(LastName, "The patient's last name", "Alvarez"),
        new(City, "The city of the patient's address", "Austin"),
        new(LabName, "The name of your laboratory", "Labs To Go"),
    ];

    /// <summary>The examples of all fields, to try a template before there is a patient.</summary>
    public static TemplateValues Examples { get; } = new("Maria", "Alvarez", "Austin", "Labs To Go", new(2026, 1, 31));
}
