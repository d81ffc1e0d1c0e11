using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LabsToGo.Testing;

/// <summary>A browser and its authenticator, as far as the server sees them (WebAuthn level 3, ES256, no attestation). It lies when it is asked to.</summary>
/// <param name="counts">Keeps a counter of its uses, as a key on a stick does; those that are synced keep none.</param>
public sealed class SoftPasskey(bool counts = false) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The credential's.</summary>
    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    public string Text => Base64Url.EncodeToString(Id);

    /// <summary>As the Web of a developer has it.</summary>
    public string Origin { get; set; } = "http://localhost:5000";

    public string Domain { get; set; } = "localhost";

    public bool CrossOrigin { get; set; }

    public bool UserVerified { get; set; } = true;

    public uint Counter { get; set; }

    /// <summary>Whose it says it is; told at the making.</summary>
    public string UserHandle { get; set; } = "";

    /// <summary>What <c>navigator.credentials.create</c> gives.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        UserHandle = asked["user"]!["id"]!.GetValue<string>();
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString([.. AuthenticatorData(made: true), .. new byte[16], (byte)(Id.Length >> 8), (byte)Id.Length, .. Id, .. PublicKey()]);
        attestation.WriteEndMap();
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>What <c>navigator.credentials.get</c> gives.</summary>
    public string Show(string options, string type = "webauthn.get")
    {
        if (counts)
            Counter++;
        var (client, data) = (ClientData(type, JsonNode.Parse(options)!), AuthenticatorData(made: false));
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(
                _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = UserHandle,
        });
    }

    /// <summary>The same key, in the hands of a browser or an authenticator that does something wrong.</summary>
    public SoftPasskey Copy(Action<SoftPasskey> lie)
    {
        var copy = new SoftPasskey { Id = Id, UserHandle = UserHandle, Counter = Counter };
        copy._key.ImportParameters(_key.ExportParameters(includePrivateParameters: true));
        lie(copy);
        return copy;
    }

    public void Dispose() => _key.Dispose();

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Text,
        ["rawId"] = Text,
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode asked) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = asked["challenge"]!.GetValue<string>(),
        ["origin"] = Origin,
        ["crossOrigin"] = CrossOrigin,
    }.ToJsonString());

    /// <summary>WebAuthn, 6.1: the domain's hash, the flags (present, verified, with a key), the counter.</summary>
    private byte[] AuthenticatorData(bool made)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(0x01 | (UserVerified ? 0x04 : 0) | (made ? 0x40 : 0)), .. counter];
    }

    /// <summary>COSE: kty EC2, alg ES256, crv P-256, x, y.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter();
        cose.WriteStartMap(5);
        foreach (var (label, value) in ((int, int)[])[(1, 2), (3, -7), (-1, 1)])
        {
            cose.WriteInt32(label);
            cose.WriteInt32(value);
        }
        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }
}
