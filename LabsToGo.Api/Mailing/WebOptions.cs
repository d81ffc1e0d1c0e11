namespace LabsToGo.Api.Mailing;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where people reach the Web; links in e-mails begin with it.</summary>
    public Uri? PublicUrl { get; set; }
}
