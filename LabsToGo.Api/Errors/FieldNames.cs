using System.Text;
using System.Text.Json;

namespace LabsToGo.Api.Errors;

/// <summary>Annotations speak of <c>FirstName</c>; the form has a field <c>firstName</c>, and the person reads "first name".</summary>
internal static class FieldNames
{
    public static void Apply(HttpValidationProblemDetails problem)
    {
        var errors = problem.Errors.ToList();
        problem.Errors.Clear();
        foreach (var (field, messages) in errors)
        {
            var name = field[(field.LastIndexOf('.') + 1)..];
            problem.Errors[CamelCase(field)] = name.Length > 0 && char.IsUpper(name[0])
                ? [.. messages.Select(message => message.Replace(name, Words(name), StringComparison.Ordinal))]
                : messages;
        }
    }

    private static string CamelCase(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
