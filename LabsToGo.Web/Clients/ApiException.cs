using System.Net;

namespace LabsToGo.Web.Clients;

/// <summary>What the Api refused or why it could not be asked, in words that a person can read.</summary>
internal class ApiException(HttpStatusCode? status, string message, IReadOnlyDictionary<string, string[]>? errors = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>It is <see cref="LabsToGo.Contracts.Http.ProblemTypes.SecondFactorNeeded"/>: nothing else answers before one is set up.</summary>
    public bool SecondFactorNeeded { get; init; }

    /// <summary>It is <see cref="LabsToGo.Contracts.Http.ProblemTypes.LeftAlone"/>.</summary>
    public bool LeftAlone { get; init; }

    /// <summary>By camel-case field name; empty unless single fields were refused.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();
}
