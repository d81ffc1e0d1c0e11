using LabsToGo.Web.Clients;

namespace LabsToGo.Web.State;

/// <summary>The fields that the Api refused, for the inputs that show them.</summary>
public sealed class FieldErrors
{
    private IReadOnlyDictionary<string, string[]> _errors = new Dictionary<string, string[]>();

    public bool Has(string field) => For(field) is not null;

    /// <param name="field">Camel case, as in the request; errors of its parts (<c>audience.minAge</c>) are found by the full path.</param>
    public string? For(string field) =>
        _errors.FirstOrDefault(error => error.Key.Equals(field, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } reasons
            ? string.Join(" ", reasons)
            : null;

    /// <summary>What no input of the form can show.</summary>
    public IEnumerable<string> Except(params string[] shown) =>
        _errors.Where(error => !shown.Contains(error.Key, StringComparer.OrdinalIgnoreCase)).SelectMany(error => error.Value);

    internal void Take(ApiException refused) => _errors = refused.Errors;

    public void Clear() => _errors = new Dictionary<string, string[]>();
}
