using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace LabsToGo.Api.Mailing;

/// <summary>Section <c>Smtp</c>. Without a host nothing is mailed: admins pass the links on themselves.</summary>
internal sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>An address, also with a name: <c>LabsToGo &lt;no-reply@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    public bool IsOn => Host.Length > 0;

    /// <summary>All faults at once: annotations would be told first, and alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Port is <= 0 or > 65_535)
            yield return new("The setting Smtp:Port must be 1 to 65535.");
        if (IsOn && !(MailboxAddress.TryParse(From, out var from) && from.Address.Contains('@', StringComparison.Ordinal)))
            yield return new("The setting Smtp:From must be an e-mail address, such as no-reply@example.com.");
        if (User.Length == 0 != (Password.Length == 0))
            yield return new("The settings Smtp:User and Smtp:Password go together: set both, or neither.");
        if (Tls is SmtpTls.None && Host is not ("" or "localhost" or "127.0.0.1" or "::1"))
            yield return new(
                "The setting Smtp:Tls may be None for a server on this machine alone: everybody on the way could read the links. Use StartTls or Implicit.");
    }
}
