using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using LabsToGo.Domain.Consent.Replies;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Messages.Segments;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Templates;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.Benchmarks;

/// <summary>What runs once or more per message and asks nobody.</summary>
[MemoryDiagnoser]
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Benchmarks are instance methods.")]
public class HotFunctions
{
    private const string Token = "a-token-of-thirty-two-characters",
    Address = "https://labs.example/twilio/0197f000-0000-7000-8000-000000000001/status/0197f000-0000-7000-8000-000000000002";

    private static readonly TemplateValues Values = new("Maria", "Alvarez", "Durham", "Labs To Go", new(2026, 1, 31));

    private readonly MessageTemplate _fields = Parse("Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.");

    private readonly MessageTemplate _choice = Parse(
        "{% if city == 'Durham' %}Hi {{ first_name | upcase }}{% else %}Hello{% endif %}, {{ lab_name }} here. Reply STOP to opt out.");

    private readonly Dictionary<string, string> _form = new()
    {
        ["AccountSid"] = "AC00000000000000000000000000000000",
        ["From"] = "+18005550100",
        ["MessageSid"] = "SM00000000000000000000000000000000",
        ["MessageStatus"] = "delivered",
        ["To"] = "+19195550123",
    };

    private string _signature = "";

    [GlobalSetup]
    public void Sign() => _signature = WebhookSignature.OfForm(Token, Address, _form);

    [Benchmark]
    public int SegmentsOfGsm7() =>
        SegmentCounter.CountSegments("Hi Maria, Labs To Go here. Your nurse comes tomorrow between 8 and 10. Reply STOP to opt out.");

    [Benchmark]
    public int SegmentsOfUcs2() =>
        SegmentCounter.CountSegments(
            "Hola María, aquí Labs To Go. Su enfermera viene mañana entre las 8 y las 10 para la extracción. Responda STOP para no recibir más.");

    [Benchmark]
    public string RenderFields() => _fields.Render(Values).Text;

    [Benchmark]
    public string RenderChoice() => _choice.Render(Values).Text;

    [Benchmark]
    public bool CheckSignature() => WebhookSignature.IsValidForm(Token, Address, _form, _signature);

    [Benchmark]
    public string NormalizePhoneNumber() => PhoneNumber.TryNormalize("(919) 555-0123", out var number, out _) ? number : "";

    [Benchmark]
    public ReplyIntent ReadReply() => OptOutWords.Read("Please stop texting me");

    private static MessageTemplate Parse(string source) =>
        MessageTemplate.TryParse(source, out var template, out var error) ? template : throw new InvalidOperationException(error);
}
