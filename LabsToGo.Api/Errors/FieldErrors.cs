using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Errors;

/// <summary>What is wrong with a request, by its camel-case fields, for the rules that annotations can't say.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string problem) => _errors[field] = _errors.TryGetValue(field, out var before) ? [.. before, problem] : [problem];

    public void Add(string field, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            Add(field, problem);
    }

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(_errors);

    public static ValidationProblem Of(string field, string problem) => Of(field, [problem]);

    public static ValidationProblem Of(string field, IEnumerable<string> problems) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [.. problems] });
}
