namespace LabsToGo.Bench.Lists;

/// <summary>One request of a page.</summary>
internal sealed record PageCall(HttpMethod Method, string Path, object? Body = null)
{
    public static PageCall Get(string path) => new(HttpMethod.Get, path);

    public static PageCall Post(string path, object body) => new(HttpMethod.Post, path, body);
}
