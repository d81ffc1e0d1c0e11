using System.Text.Json;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Passwords and keys of this workspace, made once and kept beside the data that remember them.</summary>
internal sealed class Secrets(string file)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Dictionary<string, string> values =
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [] : [];

    public string GetOrAdd(string name, Func<string> make)
    {
        if (values.TryGetValue(name, out var value))
            return value;
        values[name] = value = make();
        File.WriteAllText(file, JsonSerializer.Serialize(values, Indented));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return value;
    }
}
