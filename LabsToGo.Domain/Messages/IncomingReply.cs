using System.Security.Cryptography;
using System.Text;
using LabsToGo.Domain.Consent.Replies;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Privacy;

namespace LabsToGo.Domain.Messages;

/// <summary>A text that came in, made fit to be kept whatever it holds: an opt-out is never lost over its form.</summary>
/// <param name="ProviderSid">Twilio's, at most 34 characters.</param>
/// <param name="From">The patient's number, E.164 where it is a number.</param>
/// <param name="To">Ours.</param>
/// <param name="Body">At most <see cref="LongestBody"/> characters.</param>
/// <param name="OptOutType">STOP, START or HELP where Twilio reads that, and obeys and answers it by itself unless it is told not to; null otherwise.</param>
public sealed record IncomingReply(
    string ProviderSid, Sensitive From, string To, Sensitive Body, ReplyIntent Intent, string? OptOutType, DateTimeOffset ReceivedAt)
{
    public const int LongestBody = 4_000;

    private const int LongestSid = 34, LongestPhone = 16;

    public static IncomingReply Of(string sid, string from, string to, string body, string? optOutType, DateTimeOffset receivedAt) => new(
        sid.Length <= LongestSid ? StorableText.Of(sid, LongestSid) : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sid)))[..LongestSid],
        PhoneNumber.TryNormalize(from, out var e164, out _) ? e164 : StorableText.Of(from, LongestPhone),
        StorableText.Of(to, LongestPhone),
        StorableText.Of(body, LongestBody),
        Understand(body, optOutType),
        optOutType,
        receivedAt);

    /// <summary>Twilio's own reading of an opt-out counts as well as ours; neither can take the other's back.</summary>
    private static ReplyIntent Understand(string body, string? optOutType) => (optOutType, OptOutWords.Read(body)) switch
    {
        ("STOP", _) or (_, ReplyIntent.Stop) => ReplyIntent.Stop,
        ("START", _) => ReplyIntent.Start,
        ("HELP", _) => ReplyIntent.Help,
        (_, var own) => own,
    };
}
