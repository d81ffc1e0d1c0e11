using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.Testing;

/// <summary>Patients of a test's own, all of New York's time zone and agreed: whoever else is imported, or texted, is none of them.</summary>
public sealed class OwnAudience
{
    /// <summary>Behind the area code of Vermont, and below what <see cref="NewPatients"/> gives out.</summary>
    private static int _lastPhone = 2_000_000;

    private readonly Stack _stack;
    private readonly HashSet<string> _phones;

    private OwnAudience(Stack stack, AudienceFilter filter, HashSet<string> phones) => (_stack, Filter, _phones) = (stack, filter, phones);

    public AudienceFilter Filter { get; }

    public IReadOnlyCollection<string> Phones => _phones;

    /// <summary>Creates for its patients alone, refused ones included, in their order.</summary>
    public IReadOnlyList<Receipt> Received => [.. _stack.Received.All().Where(receipt => _phones.Contains(receipt.To))];

    public static async Task<OwnAudience> ImportAsync(Stack stack, int patients)
    {
        using var api = await stack.SignInAsync();
        var (filter, phones) = await ImportWithPhonesAsync(api, patients);
        return new OwnAudience(stack, filter, phones);
    }

    /// <summary>Where nobody asks what they received.</summary>
    public static async Task<AudienceFilter> ImportAsync(ApiClient api, int patients) => (await ImportWithPhonesAsync(api, patients)).Filter;

    private static async Task<(AudienceFilter Filter, HashSet<string> Phones)> ImportWithPhonesAsync(ApiClient api, int patients)
    {
        var last = Interlocked.Add(ref _lastPhone, patients);
        var phones = Enumerable.Range(last - patients + 1, patients).Select(number => $"+1802{number}").ToHashSet();
        var rows = phones.Select((phone, number) => $"Olga{number},Own,{phone},VT");
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone,State\n{string.Join('\n', rows)}\n"));
        return import.Added == patients
            ? (new AudienceFilter(ImportId: import.Id), phones)
            : throw new InvalidOperationException($"Of {patients} patients only {import.Added} were imported.");
    }
}
