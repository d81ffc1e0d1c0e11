namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that runs already and is not ours to start or stop.</summary>
public sealed class ConnectionStringResource(string name, string connectionString) : IResourceWithConnectionString
{
    public string Name => name;

    public string ConnectionString => connectionString;
}
