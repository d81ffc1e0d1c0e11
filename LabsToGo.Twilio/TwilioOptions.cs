using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Twilio;

/// <summary>Section <c>Twilio</c>.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary>The account that messages are billed to; in every path, also when an API key signs in.</summary>
    [Required(ErrorMessage = "Twilio:AccountSid is missing: set it to the SID on the start page of the Twilio console.")]
    [RegularExpression("^AC[0-9a-fA-F]{32}$", ErrorMessage = "Twilio:AccountSid must be AC and 32 hexadecimal digits.")]
    public string AccountSid { get; set; } = "";

    /// <summary>The account's primary token. Webhooks are signed with it, also when REST calls use an API key.</summary>
    [Required(ErrorMessage = "Twilio:AuthToken is missing: set it to the auth token on the start page of the Twilio console.")]
    public string AuthToken { get; set; } = "";

    /// <summary>Signs REST calls in instead of the auth token, when set.</summary>
    [RegularExpression("^SK[0-9a-fA-F]{32}$", ErrorMessage = "Twilio:ApiKeySid must be SK and 32 hexadecimal digits.")]
    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    /// <summary>Twilio, or the sandbox.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>Of the Api: whether that is the sandbox. Only then do test keys let texts leave.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Where Twilio reaches our Api: what it reports goes below it, and is signed for it. What a caller's Host header says is not asked.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>How long an answer may take. Shorter than Twilio's own limit would make outcomes unknown that it goes on to accept.</summary>
    [Range(5, 120, ErrorMessage = "Twilio:TimeoutSeconds must be between 5 and 120.")]
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>Messages that this process claims or posts at once, each with a connection of its own.</summary>
    [Range(1, 5000, ErrorMessage = "Twilio:MaxConnections must be between 1 and 5000.")]
    public int MaxConnections { get; set; } = 600;
}
