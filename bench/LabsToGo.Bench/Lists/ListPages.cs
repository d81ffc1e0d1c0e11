using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Bench.Lists;

/// <summary>
/// Every list that the Api serves. The same seed asks for the same kinds of things in each run. Cursors are made up here as the Api makes them, so that a
/// page can be asked for without those before it.
/// </summary>
internal sealed class ListPages(ListSamples samples)
{
    private static readonly string[] Statuses =
        ["pending", "unknown", "accepted", "sent", "delivered", "sent_unconfirmed", "undelivered", "failed", "skipped", "canceled", "expired"];

    private static readonly string[] Actions =
        ["patient", "patient.search", "patient.read", "campaign", "campaign.start", "campaign.approve", "sender", "sender.pause", "dashboard", "nobody"];

    private readonly Random _random = new(10);

    public IReadOnlyList<ListPage> All =>
    [
        new("patients", () => Patients(null, _random.Next(50) == 0 ? null : ByName(One(samples.Patients), list: 0))),
        new("patient_search", PatientSearch),
        new("conversation", () => PageCall.Get($"/api/patients/{One(samples.Patients).Id}/messages")),
        new("consent_ledger", () => PageCall.Get($"/api/patients/{One(samples.Patients).Id}/consent")),
        new("campaigns", () => PageCall.Get(_random.Next(10) == 0 ? "/api/campaigns" : $"/api/campaigns?after={One(samples.Campaigns)}")),
        new("campaign_messages", () => Messages(null)),
        new("campaign_messages_by_status", () => Messages(One(Statuses))),
        new("dashboard", () => PageCall.Get("/api/dashboard")),
        new("imports", () => PageCall.Get("/api/patients/imports")),
        new("import_errors", () => PageCall.Get($"/api/patients/imports/{One(samples.Imports)}/errors")),
        new("audit", AuditSearch),
        new("queue", () => PageCall.Get("/queue/status")),
        new("senders", () => PageCall.Get("/api/senders")),
        new("users", () => PageCall.Get("/api/users")),
        new("api_keys", () => PageCall.Get("/api/api-keys")),
        new("sessions", () => PageCall.Get("/api/account/sessions")),
    ];

    private PageCall PatientSearch()
    {
        var patient = One(samples.Patients);
        var deep = _random.Next(2) == 0;
        // Text in small letters is looked for among external ids as typed and in upper case first, then among last names, then among first names.
        return _random.Next(9) switch
        {
            0 => Patients(Start(patient.LastKey), deep ? ByName(patient, list: 2) : null),
            1 => Patients(Start(patient.FirstKey), deep ? ByName(patient, list: 3, firstNameFirst: true) : null),
            2 => Patients($"{patient.LastName}, {Start(patient.FirstName)}"),
            3 => Patients($"{patient.FirstName} {patient.LastName}"),
            4 => Patients(patient.Phone[.._random.Next(3, 12)], deep ? Cursor(0, [patient.Phone], patient.Id) : null),
            5 => Patients($"({patient.Phone[2..5]}) {patient.Phone[5..8]}-{patient.Phone[8..]}"),
            6 => Patients(patient.ExternalId[.._random.Next(5, 13)], deep ? Cursor(0, [patient.ExternalId], patient.Id) : null),
            7 => Patients(patient.Phone[^4..]),
            _ => Patients("nobody of that name"),
        };
    }

    private static PageCall Patients(string? search, string? after = null) => PageCall.Post("/api/patients/search", new PatientSearchRequest(search, after));

    /// <summary>Of the large campaigns most, where depth is deepest.</summary>
    private PageCall Messages(string? status)
    {
        var campaign = samples.Campaigns[(int)(Math.Pow(_random.NextDouble(), 3) * samples.Campaigns.Count)];
        var after = _random.Next(5) == 0 ? null : One(samples.Patients).Id.ToString();
        return PageCall.Post($"/api/campaigns/{campaign}/messages/search", new MessageSearchRequest(status, after));
    }

    private PageCall AuditSearch()
    {
        DateTimeOffset? from = null, until = null;
        if (_random.Next(4) == 0)
        {
            from = DateTimeOffset.UtcNow.AddDays(-_random.Next(730));
            until = from.Value.AddDays(_random.Next(1, 30));
        }
        return PageCall.Post("/api/audit/search", new AuditSearchRequest(
            _random.Next(3) == 0 ? One(Actions) : null,
            _random.Next(4) == 0 ? One(samples.Staff) : null,
            _random.Next(4) == 0 ? One(samples.Patients).Id : null,
            from,
            until,
            HideRoutine: _random.Next(2) == 0,
            _random.Next(2) == 0 ? _random.NextInt64(samples.AuditEntries).ToString(CultureInfo.InvariantCulture) : null));
    }

    private static string ByName(SamplePatient patient, int list, bool firstNameFirst = false) =>
        Cursor(list, firstNameFirst ? [patient.FirstKey, patient.LastKey] : [patient.LastKey, patient.FirstKey], patient.Id);

    private static string Cursor(int list, string[] keys, Guid id) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { List = list, Keys = keys, Id = id }));

    private string Start(string name) => name[.._random.Next(1, name.Length + 1)];

    private T One<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
