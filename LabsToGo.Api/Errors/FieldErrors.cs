using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Errors;

/// <summary>What is wrong with a request, by its camel-case fields, for the rules that annotations can't say.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string problem) => _errors[field] = _errors.TryGetValue(field, out var before) ? [.. before, problem] : [problem];

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(_errors);

    public static ValidationProblem Of(string field, string problem) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [problem] });
}
