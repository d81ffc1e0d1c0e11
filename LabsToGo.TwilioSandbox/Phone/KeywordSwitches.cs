using System.Collections.Concurrent;

namespace LabsToGo.TwilioSandbox.Phone;

/// <summary>
/// Of which senders Twilio leaves STOP, START and HELP to us, neither obeying nor answering them. As it is at Twilio: of short codes, and of those where
/// somebody switched its handling off, as message redaction does.
/// </summary>
public sealed class KeywordSwitches
{
    private readonly ConcurrentDictionary<string, bool> _leftToUs = new();

    public bool LeftToUs(string sender) => _leftToUs.GetValueOrDefault(sender, sender.Length > 0 && sender[0] != '+');

    public void Set(string sender, bool leftToUs) => _leftToUs[sender] = leftToUs;
}
