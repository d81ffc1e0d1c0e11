using LabsToGo.AppHost.Embedded.Servers;

namespace Aspire.Hosting.ApplicationModel;

public sealed class PostgresServerResource : ServerResource
{
    internal PostgresServerResource(PostgresServer server)
        : base(server)
    {
    }
}

public sealed class PostgresDatabaseResource(PostgresServerResource parent, string name) : IResourceWithConnectionString
{
    public string Name => name;

    public PostgresServerResource Parent => parent;

    public string ConnectionString => parent.Server.ConnectionString;
}

public sealed class RedisResource : ServerResource, IResourceWithConnectionString
{
    internal RedisResource(RedisServer server)
        : base(server)
    {
    }

    public string ConnectionString => Server.ConnectionString;
}

public sealed class RabbitMQServerResource : ServerResource, IResourceWithConnectionString
{
    internal RabbitMQServerResource(RabbitMqServer server)
        : base(server)
    {
    }

    public string ConnectionString => Server.ConnectionString;
}
