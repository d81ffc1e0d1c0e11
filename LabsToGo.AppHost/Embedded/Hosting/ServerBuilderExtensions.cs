using LabsToGo.AppHost.Embedded.Servers;

namespace Aspire.Hosting;

/// <summary>The servers. Image tags and volumes are the container engine's business; here each has a folder below <c>.labstogo/</c>.</summary>
public static class ServerBuilderExtensions
{
    private static readonly GenerateParameterDefault Password = new();

    public static IResourceBuilder<PostgresServerResource> AddPostgres(this DistributedApplicationBuilder builder, string name)
    {
        var work = builder.Workspace;
        return builder.Add(new PostgresServerResource(new PostgresServer(work.DataFolder(name), work.LogFile(name), work.Secrets.GetOrAdd(name, Password.Generate), work.Ledger)));
    }

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name) =>
        builder.ApplicationBuilder.Add(new PostgresDatabaseResource(builder.Resource, name));

    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder) => builder;

    public static IResourceBuilder<RedisResource> AddRedis(this DistributedApplicationBuilder builder, string name)
    {
        var work = builder.Workspace;
        return builder.Add(new RedisResource(new RedisServer(work.DataFolder(name), work.LogFile(name), work.Secrets.GetOrAdd(name, Password.Generate), work.Ledger)));
    }

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this DistributedApplicationBuilder builder, string name)
    {
        var work = builder.Workspace;
        return builder.Add(new RabbitMQServerResource(new RabbitMqServer(work.DataFolder(name), work.LogFile(name), work.Secrets.GetOrAdd(name, Password.Generate), work.Ledger)));
    }

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) => builder;

    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ServerResource =>
        builder;
}
