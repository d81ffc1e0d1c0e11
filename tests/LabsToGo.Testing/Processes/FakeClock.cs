using System.Globalization;

namespace LabsToGo.Testing.Processes;

/// <summary>Of a process that is about to start; its wall clock is wrong, the monotonic one is not.</summary>
internal static class FakeClock
{
    /// <summary>What the process has to be told; nothing when its clock is right.</summary>
    public static IReadOnlyDictionary<string, string> Environment(TimeSpan ahead) =>
        ahead == TimeSpan.Zero
            ? new Dictionary<string, string>()
            : new Dictionary<string, string>
            {
                ["LD_PRELOAD"] = Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories).First(),
                ["FAKETIME"] = ahead.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture),
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                // Meant for an older C library: with it every wait of the runtime returns at once, and the process spins.
                ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
            };
}
