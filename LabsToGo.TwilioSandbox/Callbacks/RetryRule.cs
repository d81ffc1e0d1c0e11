using System.Globalization;
using System.Web;

namespace LabsToGo.TwilioSandbox.Callbacks;

/// <summary>Twilio's connection overrides: <see href="https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides"/>.</summary>
/// <param name="Count"><c>rc</c>, 0 to 5; 1 unless told.</param>
/// <param name="OnAnswers"><c>rp</c> names more than a failed connection, which alone is retried unless told.</param>
internal readonly record struct RetryRule(int Count, bool OnAnswers)
{
    /// <summary>The address without its fragment, which is neither sent nor signed.</summary>
    public static (string Url, RetryRule Rule) Split(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
            return (target, new(1, false));
        var overrides = HttpUtility.ParseQueryString(target[(hash + 1)..]);
        var count = int.TryParse(overrides["rc"], CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 0, 5) : 1;
        var policy = overrides["rp"] ?? "ct";
        return (target[..hash], new(count, policy.Split(',').Any(part => part is "all" or "5xx" or "rt")));
    }
}
