namespace Aspire.Hosting.ApplicationModel;

public sealed class ResourceUrlAnnotation
{
    public string? DisplayText { get; set; }
}
