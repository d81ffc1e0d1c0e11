namespace LabsToGo.Api.Mailing;

/// <summary>Section <c>Smtp</c>. Without a host nothing is mailed: admins pass the links on themselves.</summary>
internal sealed class SmtpOptions
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
}
