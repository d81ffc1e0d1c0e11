namespace Aspire.Hosting.ApplicationModel;

/// <summary>Commands are buttons of Aspire's resource page, which this engine has not; see the README for the same by curl.</summary>
public sealed class HttpCommandOptions
{
    public HttpMethod? Method { get; set; }

    public string? IconName { get; set; }
}
