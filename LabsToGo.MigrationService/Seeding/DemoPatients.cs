using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;

namespace LabsToGo.MigrationService.Seeding;

/// <summary>Plausible patients, the same ones each time. Their numbers belong to nobody.</summary>
internal static class DemoPatients
{
    /// <summary>One hundred patients each: the fictional range has just a hundred numbers per area code.</summary>
    private static readonly DemoCity[] Cities =
    [
        new("New York", "NY", "10001", "212", "America/New_York"),
        new("Boston", "MA", "02108", "617", "America/New_York"),
        new("Miami", "FL", "33101", "305", "America/New_York"),
        new("Atlanta", "GA", "30303", "404", "America/New_York"),
        new("Charlotte", "NC", "28202", "704", "America/New_York"),
        new("Detroit", "MI", "48226", "313", "America/Detroit"),
        new("Indianapolis", "IN", "46204", "317", "America/Indiana/Indianapolis"),
        new("Chicago", "IL", "60601", "312", "America/Chicago"),
        new("Houston", "TX", "77002", "713", "America/Chicago"),
        new("Dallas", "TX", "75201", "214", "America/Chicago"),
        new("Nashville", "TN", "37203", "615", "America/Chicago"),
        new("New Orleans", "LA", "70112", "504", "America/Chicago"),
        new("Denver", "CO", "80202", "303", "America/Denver"),
        new("Salt Lake City", "UT", "84101", "801", "America/Denver"),
        new("Phoenix", "AZ", "85004", "602", "America/Phoenix"),
        new("Los Angeles", "CA", "90012", "213", "America/Los_Angeles"),
        new("San Francisco", "CA", "94103", "415", "America/Los_Angeles"),
        new("Seattle", "WA", "98101", "206", "America/Los_Angeles"),
        new("Anchorage", "AK", "99501", "907", "America/Anchorage"),
        new("Honolulu", "HI", "96813", "808", "Pacific/Honolulu"),
    ];

    private static readonly string[] FirstNames =
    [
        "James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth", "Luis", "María", "José", "Sofía", "Wei", "Mei",
        "Priya", "Arjun", "Aisha", "Omar", "Olga", "Ivan", "Chloé", "Noah", "Emma", "Ethan", "Grace", "Hannah", "Tyrone", "Latoya", "Kenji", "Yuki",
        "Fatima", "Ahmed", "Siobhán", "Liam", "Zoë", "Björn", "Ngọc", "Thu", "Anne-Marie", "Jean-Paul", "Guadalupe", "Rosa", "Walter", "Dorothy",
    ];

    private static readonly string[] LastNames =
    [
        "Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodríguez", "Martínez", "Hernández", "Lopez", "González", "Wilson",
        "Anderson", "Thomas", "Taylor", "Moore", "Jackson", "Martin", "Lee", "Pérez", "Thompson", "White", "Harris", "O'Brien", "O'Connor", "Nguyen",
        "Kim", "Patel", "Singh", "Chen", "Wang", "Cohen", "Schmidt", "Müller", "Kowalski", "Ivanova", "Haddad", "Okafor", "Mensah", "Yamamoto",
        "Smith-Jones", "de la Cruz", "van Dyke", "St. John",
    ];

    public static IEnumerable<(Patient Patient, List<ConsentEvent> Consents)> Make(Guid organizationId, DateTimeOffset now)
    {
        // All numbers end in 555-0100 to 555-0199, which are kept for fiction.
        var random = new Random(20260101);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var number = 0;
        foreach (var city in Cities)
        {
            for (var line = 0; line < 100; line++)
            {
                var details = new PatientDetails(
                    $"DEMO-{++number:D5}",
                    FirstNames[random.Next(FirstNames.Length)],
                    LastNames[random.Next(LastNames.Length)],
                    $"+1{city.AreaCode}55501{line:D2}",
                    today.AddDays(-random.Next(18 * 365, 95 * 365)),
                    city.Name,
                    city.State,
                    city.PostalCode,
                    new FoundTimeZone(city.TimeZone, TimeZoneBasis.PostalCode));
                var patient = new Patient(organizationId, details, now);
                yield return (patient, Consents(patient, random.Next(100), now));
            }
        }
    }

    /// <summary>
    /// As many as are wanted, for campaigns of a size that the fictional range is too small for. Area codes with a 9 in the middle are kept back for the day on
    /// which American numbers grow longer (NANPA, "expansion codes"): nobody has such a number.
    /// </summary>
    public static IEnumerable<PatientDetails> More(int count)
    {
        var random = new Random(20260102);
        for (var number = 0; number < count; number++)
        {
            var city = Cities[number % Cities.Length];
            yield return new PatientDetails(
                $"MORE-{number + 1:D6}",
                FirstNames[random.Next(FirstNames.Length)],
                LastNames[random.Next(LastNames.Length)],
                $"+1290{2_000_000 + number}",
                DateOfBirth: null,
                city.Name,
                city.State,
                city.PostalCode,
                new FoundTimeZone(city.TimeZone, TimeZoneBasis.PostalCode));
        }
    }

    /// <summary>Most have agreed at a visit, a few never said anything, and a few opted out later.</summary>
    private static List<ConsentEvent> Consents(Patient patient, int percentile, DateTimeOffset now) => percentile switch
    {
        < 4 => [],
        < 7 =>
            [Event(patient, ConsentKind.Granted, ConsentSource.Staff, now.AddDays(-200)),
                Event(patient, ConsentKind.Revoked, ConsentSource.Reply, now.AddDays(-20))],
        _ => [Event(patient, ConsentKind.Granted, ConsentSource.Staff, now.AddDays(-200))],
    };

    private static ConsentEvent Event(Patient patient, ConsentKind kind, ConsentSource source, DateTimeOffset at) => new()
    {
        OrganizationId = patient.OrganizationId,
        PatientId = patient.Id,
        Phone = patient.Phone,
        Kind = kind,
        Source = source,
        WordingVersion = kind is ConsentKind.Granted ? "visit-form-2026" : null,
        OccurredAt = at,
    };
}
