namespace Aspire.Hosting.ApplicationModel;

public sealed class EndpointReference
{
    private readonly ProjectResource project;

    internal EndpointReference(ProjectResource project) => this.project = project;

    internal string Url => $"http://127.0.0.1:{project.Ports[0]}";
}
