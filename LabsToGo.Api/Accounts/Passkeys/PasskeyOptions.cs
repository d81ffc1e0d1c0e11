using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>Section <c>Passkeys</c>: to which site they belong. Browsers tie a passkey to it; with another domain, all that were made are of no use.</summary>
internal sealed class PasskeyOptions : IValidatableObject
{
    public const string Section = "Passkeys";

    /// <summary>The host name under which the staff reach the Web, or the end of it: the WebAuthn relying party id.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The addresses of the Web. Without any it is <c>https://</c> and the domain.</summary>
    public string[] Origins { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Problem() is { } problem)
            yield return new(problem);
    }

    /// <returns>What is wrong, in one line that names the key; null when nothing is.</returns>
    private string? Problem()
    {
        if (Domain.Length == 0)
            return "The setting Passkeys:Domain is missing. Set the environment variable Passkeys__Domain to the host name under which the staff reach the " +
                "Web, such as sms.lab.example.";
        if (Uri.CheckHostName(Domain) is not UriHostNameType.Dns)
            return $"The setting Passkeys:Domain must be a host name such as sms.lab.example, without https:// and port; it is {Domain}.";
        return Origins.Where(origin => !Fits(origin)).Select(origin =>
            $"The setting Passkeys:Origins has the address {origin}. It must be https://, the host {Domain} or one that ends with .{Domain}, and a port if " +
            "it is not 443; nothing behind that.").FirstOrDefault();
    }

    public bool Takes(string origin) =>
        Origins.Length > 0 ? Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        : Domain == Localhost ? Fits(origin)
        : string.Equals(origin, $"https://{Domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one host on which browsers allow passkeys without https.</summary>
    public const string Localhost = "localhost";

    private bool Fits(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host == Localhost))
        && (uri.Host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase));
}
