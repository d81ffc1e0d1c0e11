using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>All messages, in memory: by sid, and by the phone at the patient's end.</summary>
public sealed class MessageStore(IOptions<SandboxOptions> options)
{
    private readonly ConcurrentDictionary<string, SandboxMessage> bySid = new();

    private readonly ConcurrentDictionary<string, ConcurrentQueue<SandboxMessage>> byPhone = new();

    private readonly ConcurrentQueue<SandboxMessage> inOrder = new();

    /// <summary>Numbers that replied STOP to a sender, as Twilio's own opt-out keeps them.</summary>
    private readonly ConcurrentDictionary<(string Phone, string Sender), bool> optedOut = new();

    public static string NewSid() => "SM" + Guid.NewGuid().ToString("N");

    public void Add(SandboxMessage message)
    {
        bySid[message.Sid] = message;
        byPhone.GetOrAdd(PhoneOf(message), _ => new()).Enqueue(message);
        inOrder.Enqueue(message);
        while (inOrder.Count > options.Value.KeepMessages && inOrder.TryDequeue(out var oldest))
            Forget(oldest);
    }

    public SandboxMessage? Find(string sid) => bySid.GetValueOrDefault(sid);

    public bool Remove(string sid)
    {
        if (!bySid.TryGetValue(sid, out var message))
            return false;
        Forget(message);
        return true;
    }

    /// <summary>Newest first.</summary>
    public IEnumerable<SandboxMessage> List(string? to, string? from)
    {
        IEnumerable<SandboxMessage> candidates = to is not null && byPhone.TryGetValue(to, out var texts) ? texts
            : from is not null && byPhone.TryGetValue(from, out var replies) ? replies
            : inOrder;
        return candidates.Reverse().Where(message =>
            bySid.ContainsKey(message.Sid) && (to is null || message.To == to) && (from is null || message.From == from));
    }

    /// <summary>The conversation with one phone, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Conversation(string phone) => byPhone.TryGetValue(phone, out var texts) ? [.. texts] : [];

    /// <summary>The phones that were texted last, each with its last message.</summary>
    public IReadOnlyList<SandboxMessage> LatestPerPhone(int limit)
    {
        var seen = new HashSet<string>();
        return [.. inOrder.Reverse().Where(message => seen.Add(PhoneOf(message))).Take(limit)];
    }

    public void OptOut(string phone, string sender) => optedOut[(phone, sender)] = true;

    public void OptIn(string phone, string sender) => optedOut.TryRemove((phone, sender), out _);

    public bool HasOptedOut(string phone, string sender) => optedOut.ContainsKey((phone, sender));

    public void Clear()
    {
        bySid.Clear();
        byPhone.Clear();
        inOrder.Clear();
        optedOut.Clear();
    }

    private void Forget(SandboxMessage message)
    {
        bySid.TryRemove(message.Sid, out _);
        if (!byPhone.TryGetValue(PhoneOf(message), out var texts))
            return;
        while (texts.TryPeek(out var first) && !bySid.ContainsKey(first.Sid))
            texts.TryDequeue(out _);
        if (texts.IsEmpty)
            byPhone.TryRemove(PhoneOf(message), out _);
    }

    private static string PhoneOf(SandboxMessage message) => message.Direction == Directions.Inbound ? message.From : message.To;
}
