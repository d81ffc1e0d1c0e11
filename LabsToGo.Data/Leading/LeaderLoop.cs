using LabsToGo.Data.Looping;
using Microsoft.Extensions.Logging;

namespace LabsToGo.Data.Leading;

/// <summary>Work that only the leading worker does.</summary>
public abstract class LeaderLoop(Leadership leadership, TimeSpan interval, LoopHealth health, TimeProvider time, ILogger logger)
    : Loop(interval, health, time, logger)
{
    protected override bool IsOn => leadership.Leads;
}
