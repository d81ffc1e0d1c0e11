using Microsoft.Extensions.Configuration;

namespace LabsToGo.ServiceDefaults;

public static class RequiredSettings
{
    /// <exception cref="InvalidOperationException">It is missing; the message names the key and how to set it.</exception>
    public static string RequiredConnectionString(this IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The setting ConnectionStrings:{name} is missing. Set the environment variable ConnectionStrings__{name}, or start the whole stack with " +
                "./run.sh, which sets it.");

    /// <summary>Several values in one setting: with commas between, or as its numbered children.</summary>
    public static IEnumerable<string> List(this IConfiguration configuration, string key) =>
        configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "").Prepend(configuration[key] ?? "")
            .SelectMany(value => value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));
}
