using System.Text.Json;

namespace LabsToGo.ReferenceTests.Signatures;

/// <summary>A webhook and whether it is Twilio's.</summary>
/// <param name="Kind"><c>form</c> or <c>json</c>.</param>
/// <param name="Url">As the receiver sees it.</param>
internal sealed record SignatureVector(string Name, string Kind, string Token, string Url, string[][]? Params, string? Body, string Signature, bool Valid)
{
    private static readonly Lazy<IReadOnlyList<SignatureVector>> Read = new(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.File("signature-vectors.json")));
        return json.RootElement.GetProperty("vectors").Deserialize<List<SignatureVector>>(JsonSerializerOptions.Web)!;
    });

    public static IReadOnlyList<SignatureVector> All => Read.Value;

    public IReadOnlyList<KeyValuePair<string, string>> Form => [.. (Params ?? []).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
}
