using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>All messages, in memory: by sid, by the phone at the patient's end, and what came in by our number as well.</summary>
public sealed class MessageStore(IOptions<SandboxOptions> options)
{
    private readonly ConcurrentDictionary<string, SandboxMessage> _bySid = new();

    private readonly ConcurrentDictionary<string, ConcurrentQueue<SandboxMessage>> _byNumber = new();

    private readonly ConcurrentQueue<SandboxMessage> _inOrder = new();

    /// <summary>Numbers that replied STOP to a sender, as Twilio's own opt-out keeps them.</summary>
    private readonly ConcurrentDictionary<(string Phone, string Sender), bool> _optedOut = new();

    public static string NewSid() => "SM" + Guid.NewGuid().ToString("N");

    public void Add(SandboxMessage message)
    {
        _bySid[message.Sid] = message;
        foreach (var number in NumbersOf(message))
            _byNumber.GetOrAdd(number, _ => new()).Enqueue(message);
        _inOrder.Enqueue(message);
        while (_inOrder.Count > options.Value.KeepMessages && _inOrder.TryDequeue(out var oldest))
            Forget(oldest);
    }

    public SandboxMessage? Find(string sid) => _bySid.GetValueOrDefault(sid);

    public bool Remove(string sid)
    {
        if (!_bySid.TryGetValue(sid, out var message))
            return false;
        Forget(message);
        return true;
    }

    /// <summary>Newest first.</summary>
    public IEnumerable<SandboxMessage> List(string? to, string? from, DateTimeOffset? since)
    {
        IEnumerable<SandboxMessage> candidates = to is not null ? Of(to) : from is not null && Of(from) is { Count: > 0 } replies ? replies : _inOrder;
        return candidates.Reverse().Where(message =>
            _bySid.ContainsKey(message.Sid) && (to is null || message.To == to) && (from is null || message.From == from)
            && (since is null || message.SentAt >= since));
    }

    /// <summary>The conversation with one phone, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Conversation(string phone) => Of(phone);

    /// <summary>The phones that were texted last, each with its last message.</summary>
    /// <param name="digits">A part of their numbers; empty for all.</param>
    public IReadOnlyList<SandboxMessage> LatestPerPhone(string digits, int limit)
    {
        var seen = new HashSet<string>();
        return [.. _inOrder.Reverse().Where(message => PhoneOf(message).Contains(digits, StringComparison.Ordinal) && seen.Add(PhoneOf(message))).Take(limit)];
    }

    public void OptOut(string phone, string sender) => _optedOut[(phone, sender)] = true;

    public void OptIn(string phone, string sender) => _optedOut.TryRemove((phone, sender), out _);

    public bool HasOptedOut(string phone, string sender) => _optedOut.ContainsKey((phone, sender));

    public void Clear()
    {
        _bySid.Clear();
        _byNumber.Clear();
        _inOrder.Clear();
        _optedOut.Clear();
    }

    private void Forget(SandboxMessage message)
    {
        _bySid.TryRemove(message.Sid, out _);
        foreach (var number in NumbersOf(message))
        {
            if (!_byNumber.TryGetValue(number, out var texts))
                continue;
            while (texts.TryPeek(out var first) && !_bySid.ContainsKey(first.Sid))
                texts.TryDequeue(out _);
            if (texts.IsEmpty)
                _byNumber.TryRemove(number, out _);
        }
    }

    private IReadOnlyList<SandboxMessage> Of(string number) => _byNumber.TryGetValue(number, out var messages) ? [.. messages] : [];

    private static string[] NumbersOf(SandboxMessage message) =>
        message.Direction == Directions.Inbound ? [message.From, message.To] : [message.To];

    private static string PhoneOf(SandboxMessage message) => message.Direction == Directions.Inbound ? message.From : message.To;
}
