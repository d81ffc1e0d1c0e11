namespace Aspire.Hosting.ApplicationModel;

internal sealed class ResourceBuilder<T>(DistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public T Resource => resource;

    public DistributedApplicationBuilder ApplicationBuilder => application;
}
