using LabsToGo.AppHost.Embedded.Running;

namespace Aspire.Hosting;

/// <summary>
/// The embedded engine's stand-in for Aspire's class of this name: for machines without a container engine, and for development only.
/// It knows just the part of Aspire's API that AppHost.cs uses.
/// </summary>
public sealed class DistributedApplication
{
    private readonly DistributedApplicationBuilder builder;

    internal DistributedApplication(DistributedApplicationBuilder builder) => this.builder = builder;

    public static DistributedApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            return new DistributedApplicationBuilder(args);
        }
        catch (AlreadyRunningException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Environment.Exit(2);
            throw;
        }
    }

    /// <summary>Runs until Ctrl-C or SIGTERM; the exit code is 1 when something could not be started.</summary>
    public void Run() => Environment.ExitCode = Engine.RunAsync(builder).GetAwaiter().GetResult();
}
