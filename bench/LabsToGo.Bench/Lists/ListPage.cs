namespace LabsToGo.Bench.Lists;

/// <param name="Next">A request as somebody might make it next: another depth, another filter.</param>
internal sealed record ListPage(string Name, Func<PageCall> Next);
