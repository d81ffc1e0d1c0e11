namespace Aspire.Hosting.ApplicationModel;

public interface IResourceWithConnectionString : IResource
{
    /// <summary>Known as soon as the server has its port.</summary>
    string ConnectionString { get; }
}
