using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Errors;

/// <summary>
/// The one character that no text of ours can hold, since Postgres has none: whatever the endpoint and the field, it is refused before it gets there.
/// Postgres would refuse it too; but when that meets a statement which Npgsql is just preparing, its connection's next caller fails for it.
/// </summary>
internal static class ZeroBytes
{
    private const string Problem = "This has a character in it that can't be stored (a zero byte). Remove it and try again.";

    private static readonly string Contracts = typeof(Contracts.Http.ContractJson).Namespace!;

    /// <summary>For every endpoint that takes a text: in its address, or anywhere in its body.</summary>
    public static RouteGroupBuilder RefuseZeroBytes(this RouteGroupBuilder endpoints) => endpoints.AddEndpointFilterFactory((endpoint, next) =>
    {
        var parameters = endpoint.MethodInfo.GetParameters();
        if (!parameters.Any(parameter => HoldsText(parameter.ParameterType)))
            return next;
        var json = endpoint.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return context =>
        {
            var errors = new FieldErrors();
            for (var at = 0; at < parameters.Length; at++)
                Look(context.Arguments[at], HoldsFields(parameters[at].ParameterType) ? "" : parameters[at].Name!, errors, json.GetTypeInfo);
            return errors.Any ? ValueTask.FromResult<object?>(errors.ToProblem()) : next(context);
        };
    });

    private static void Look(object? value, string path, FieldErrors errors, Func<Type, JsonTypeInfo> known)
    {
        switch (value)
        {
            case string text when text.Contains('\0', StringComparison.Ordinal):
                errors.Add(path, Problem);
                break;
            case IEnumerable list and not string:
                var at = 0;
                foreach (var item in list)
                    Look(item, $"{path}[{at++}]", errors, known);
                break;
            case not null when HoldsFields(value.GetType()):
                foreach (var property in known(value.GetType()).Properties)
                    Look(property.Get?.Invoke(value), path.Length == 0 ? property.Name : $"{path}.{property.Name}", errors, known);
                break;
        }
    }

    private static bool HoldsText(Type type) => type == typeof(string) || HoldsFields(type);

    private static bool HoldsFields(Type type) => type.Namespace == Contracts && type.IsClass;
}
