using System.Diagnostics;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Where Twilio reports on a message. Our own ids are in the path, so a report finds its row also when we never saw the answer to the POST.
/// </summary>
internal sealed class StatusCallbackUrls(IOptions<TwilioOptions> options)
{
    /// <summary>
    /// By default Twilio repeats only what it could not connect to; these overrides make it repeat every failure, five times. They are not signed.
    /// </summary>
    private const string RetryOverrides = "#rc=5&rp=all";

    private readonly string _base = options.Value.PublicBaseUrl!.ToString().TrimEnd('/');

    /// <param name="attempt">Its trace's context goes with the address, where it is kept: Twilio sends none of its own.</param>
    public string For(Guid organizationId, Guid messageId, Activity? attempt) =>
        $"{_base}/twilio/{organizationId}/status/{messageId}{(attempt is { Recorded: true } ? $"?attempt={attempt.Id}" : "")}{RetryOverrides}";
}
