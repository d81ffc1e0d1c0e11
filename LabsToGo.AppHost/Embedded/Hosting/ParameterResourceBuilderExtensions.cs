namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    /// <exception cref="InvalidOperationException">The configuration has no such parameter.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(this DistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(new ParameterResource(
            name,
            builder.Configuration[$"Parameters:{name}"]
                ?? throw new InvalidOperationException($"The {(secret ? "secret " : "")}parameter {name} is missing. Set the environment variable Parameters__{name}.")));

    public static IResourceBuilder<ParameterResource> AddParameter(
        this DistributedApplicationBuilder builder, string name, GenerateParameterDefault value, bool secret = false, bool persist = false) =>
        builder.Add(new ParameterResource(name, builder.Configuration[$"Parameters:{name}"] ?? builder.Workspace.Secrets.GetOrAdd(name, value.Generate)));

    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this DistributedApplicationBuilder builder, string name) =>
        builder.Add(new ConnectionStringResource(name, builder.Configuration[$"ConnectionStrings:{name}"]!));
}
