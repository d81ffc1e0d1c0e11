using LabsToGo.AppHost.Health;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.AppHost.LocalServers;

/// <summary>
/// Postgres, Redis and RabbitMQ from this machine's own programs, under the names that Aspire's containers have: no service knows which it is.
/// </summary>
internal sealed class LocalServers
{
    private readonly IDistributedApplicationBuilder _builder;
    private readonly DataFolder _data;

    private LocalServers(IDistributedApplicationBuilder builder)
    {
        _builder = builder;
        _data = DataFolder.Hold(builder);
        builder.Services.AddSingleton(_data);
    }

    /// <summary>As <c>Servers=local|containers</c> says; else none when publishing and where a container runtime answers.</summary>
    /// <exception cref="DistributedApplicationException">The setting is something else, or another stack has the data folder.</exception>
    public static LocalServers? Where(IDistributedApplicationBuilder builder) => builder.Configuration["Servers"] switch
    {
        "local" => new LocalServers(builder),
        "containers" => null,
        null => builder.ExecutionContext.IsPublishMode || ContainerRuntime.Answers() ? null : new LocalServers(builder),
        var unknown =>
            throw new DistributedApplicationException(
                $"Servers={unknown} is unknown. Set Servers=containers, or Servers=local for this machine's own Postgres, Redis and RabbitMQ."),
    };

    public IResourceBuilder<IResourceWithConnectionString> AddPostgres(string name, string database)
    {
        var server = Add(
            name, "postgres.sh", "DatabaseMultiple", ServerProbes.PostgresAsync,
            (tcp, password) =>
            {
                var (host, port) = (tcp.Property(EndpointProperty.Host), tcp.Property(EndpointProperty.Port));
                return ReferenceExpression.Create($"Host={host};Port={port};Username=postgres;Password={password};Database={database}");
            })
            .WithEnvironment("DATABASE", database);
        return _builder.AddConnectionString(database, ReferenceExpression.Create($"{server}"))
            .WaitFor(server).WithParentRelationship(server).WithHealthCheck(HealthExtensions.KeyOf(name)).WithIconName("Database");
    }

    public IResourceBuilder<IResourceWithConnectionString> AddRedis(string name) =>
        Add(
            name, "redis.sh", "DatabaseLightning", ServerProbes.RedisAsync,
            (tcp, password) => ReferenceExpression.Create($"{tcp.Property(EndpointProperty.HostAndPort)},password={password}"));

    public IResourceBuilder<IResourceWithConnectionString> AddRabbitMQ(string name) =>
        Add(
            name, "rabbitmq.sh", "MailInboxAll", ServerProbes.RabbitMQAsync,
            (tcp, password) => ReferenceExpression.Create($"amqp://labstogo:{password}@{tcp.Property(EndpointProperty.HostAndPort)}"))
            .WithOwnPort("distribution", "DISTRIBUTION_PORT")
            .WithOwnPort("epmd", "EPMD_PORT")
            .WithUrlForEndpoint("distribution", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithUrlForEndpoint("epmd", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly);

    private IResourceBuilder<LocalServerResource> Add(
        string name, string script, string icon, Func<string, CancellationToken, Task> probe,
        Func<EndpointReference, ParameterResource, ReferenceExpression> connectionString)
    {
        LocalPrograms.Demand();
        var password = _builder.AddParameter(
            $"{name}-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true).Resource;
        var server = new LocalServerResource(name, Path.Combine(_builder.AppHostDirectory, "LocalServers"), tcp => connectionString(tcp, password));
        return _builder.AddResource(server)
            .WithArgs(script)
            .WithIconName(icon)
            .WithOwnPort(LocalServerResource.EndpointName, "PORT")
            .WithEnvironment("FOLDER", _data.FolderOf(name))
            .WithEnvironment("PASSWORD", ReferenceExpression.Create($"{password}"))
            .WithEagerHealthCheck(
                async cancellationToken => await probe((await server.ConnectionStringExpression.GetValueAsync(cancellationToken))!, cancellationToken));
    }
}
