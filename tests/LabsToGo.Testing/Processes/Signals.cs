using System.Runtime.InteropServices;

namespace LabsToGo.Testing.Processes;

/// <summary>Unix signals to a process or, with its id negated, to its whole group.</summary>
internal static partial class Signals
{
    public const int Kill = 9, Terminate = 15;

    /// <summary>A process that is gone already is no error.</summary>
    public static void Send(int id, int signal) => _ = SendSignal(id, signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int id, int signal);
}
