using System.Text.RegularExpressions;

namespace LabsToGo.Api.Files.S3;

/// <summary>Section <c>Files:S3</c>: a bucket of Amazon's, or of a server that speaks S3.</summary>
internal sealed partial class S3Options
{
    public string Bucket { get; set; } = "";

    /// <summary>The server's address; empty for Amazon's.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>Amazon's, such as <c>us-east-1</c>; where another server is meant, the region that requests are signed for.</summary>
    public string Region { get; set; } = "";

    /// <summary>Empty where the SDK finds credentials by itself: a role of the machine, a profile, its own variables.</summary>
    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>What all keys begin with, where the bucket holds other things as well: <c>labstogo/</c>.</summary>
    public string Prefix { get; set; } = "";

    public bool IsOn => Bucket.Length > 0;

    /// <returns>What is wrong, in one line that names the key; null when nothing is.</returns>
    public string? Problem()
    {
        if (ServiceUrl.Length == 0 && Region.Length == 0)
            return "The setting Files:S3:Region is missing. Set it to Amazon's region, such as us-east-1, or Files:S3:ServiceUrl to another server's address.";
        if (ServiceUrl.Length > 0 && !IsAddress(ServiceUrl))
            return "The setting Files:S3:ServiceUrl must be the address of a server that speaks S3, such as https://s3.lab.example, and nothing behind that.";
        if (AccessKey.Length == 0 != (SecretKey.Length == 0))
            return "The settings Files:S3:AccessKey and Files:S3:SecretKey go together: set both, or neither.";
        return Folders().IsMatch(Prefix) ? null : $"The setting Files:S3:Prefix must be names with a slash behind each, such as labstogo/; it is {Prefix}.";
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" };

    [GeneratedRegex(@"\A([A-Za-z0-9_-]+/)*\z")]
    private static partial Regex Folders();
}
