namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this DistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject().ProjectPath;
        return builder.Add(new ProjectResource(name, project, LaunchSettings.Read(builder.Workspace.ProjectFolder(project))));
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        builder.Resource.Replicate(replicas);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, string? value) =>
        builder.With(name, () => value ?? "");

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, IResourceBuilder<ParameterResource> parameter) =>
        builder.With(name, () => parameter.Resource.Value);

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, EndpointReference endpoint) =>
        builder.With(name, () => endpoint.Url);

    public static IResourceBuilder<ProjectResource> WithEnvironment(
        this IResourceBuilder<ProjectResource> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
    {
        var text = value.Text;
        return builder.With(name, () => text);
    }

    /// <summary>The connection string, under the name that every engine gives it.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithConnectionString> source) =>
        builder.With($"ConnectionStrings__{source.Resource.Name}", () => source.Resource.ConnectionString);

    /// <summary>The address, for service discovery.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<ProjectResource> source) =>
        builder.With($"services__{source.Resource.Name}__http__0", () => source.GetEndpoint("http").Url);

    public static IResourceBuilder<ProjectResource> WaitFor(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency)
    {
        builder.Resource.WaitsForHealth.Add(dependency.Resource);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WaitForCompletion(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency)
    {
        builder.Resource.WaitsForCompletion.Add(dependency.Resource);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string path)
    {
        builder.Resource.HealthPath = path;
        return builder;
    }

    /// <summary>Nothing to do: this engine serves this machine alone.</summary>
    public static IResourceBuilder<ProjectResource> WithExternalHttpEndpoints(this IResourceBuilder<ProjectResource> builder) => builder;

    public static EndpointReference GetEndpoint(this IResourceBuilder<ProjectResource> builder, string name) =>
        name == "http" ? new EndpointReference(builder.Resource) : throw new ArgumentException($"This engine knows the endpoint http alone, not {name}.", nameof(name));

    public static IResourceBuilder<ProjectResource> WithUrlForEndpoint(this IResourceBuilder<ProjectResource> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
    {
        var url = new ResourceUrlAnnotation();
        callback(url);
        builder.Resource.UrlText = url.DisplayText;
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithHttpCommand(
        this IResourceBuilder<ProjectResource> builder, string path, string displayName, HttpCommandOptions? commandOptions = null) =>
        builder;

    private static IResourceBuilder<ProjectResource> With(this IResourceBuilder<ProjectResource> builder, string name, Func<string> value)
    {
        builder.Resource.Environment[name] = value;
        return builder;
    }
}
