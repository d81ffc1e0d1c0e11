namespace LabsToGo.AppHost.Running;

internal static class PlainErrors
{
    /// <summary>What says by itself what to do is told in its one line, without a stack trace.</summary>
    public static void Show() => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        if (unhandled.ExceptionObject is not DistributedApplicationException exception)
            return;
        Console.Error.WriteLine(exception.Message);
        Environment.Exit(1);
    };
}
