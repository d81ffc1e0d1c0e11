namespace LabsToGo.Api.Edge;

/// <summary>On an endpoint that answers pages with scripts of their own; none does outside of Development.</summary>
internal sealed record ShownInBrowsers;
