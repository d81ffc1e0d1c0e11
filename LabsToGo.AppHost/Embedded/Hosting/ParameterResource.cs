namespace Aspire.Hosting.ApplicationModel;

public sealed class ParameterResource(string name, string value) : IResource
{
    public string Name => name;

    internal string Value => value;
}
