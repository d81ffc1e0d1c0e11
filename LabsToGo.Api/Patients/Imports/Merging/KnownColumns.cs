namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>
/// What a row (s) makes of the patient (p) who is there already: the one list from which the update, the question whether it changes anything, and the record
/// of what was there before are built.
/// </summary>
internal static class KnownColumns
{
    /// <summary>Empty values of the file erase nothing, and a zone that is known by something surer stays.</summary>
    private static readonly (string Name, string Value)[] All =
    [
        ("external_id", "coalesce(s.external_id, p.external_id)"),
        ("first_name",
            "case when s.first_name = '' or (s.last_name = '' and p.last_name <> '' and strpos(s.first_name, ' ') > 0) then p.first_name " +
                "else s.first_name end"),
        ("last_name", "coalesce(nullif(s.last_name, ''), p.last_name)"),
        ("phone", "s.phone"),
        ("date_of_birth", "coalesce(s.date_of_birth, p.date_of_birth)"),
        ("city", "coalesce(s.city, p.city)"),
        ("state", "coalesce(s.state, p.state)"),
        ("postal_code", "coalesce(s.postal_code, p.postal_code)"),
        ("time_zone", "case when s.time_zone_basis >= p.time_zone_basis then s.time_zone else p.time_zone end"),
        ("time_zone_basis", "greatest(s.time_zone_basis, p.time_zone_basis)"),
        ("deceased", "p.deceased or s.deceased"),
    ];

    /// <summary>Besides those, each import writes which one it was and when.</summary>
    private static readonly string[] Marks = ["import_id", "updated_at"];

    public static readonly string Columns = string.Join(", ", All.Select(column => column.Name));

    /// <summary>What they become.</summary>
    public static readonly string Values = string.Join(", ", All.Select(column => column.Value));

    /// <summary>For <c>update patients p set</c>.</summary>
    public static readonly string Set = string.Join(", ", All.Select(column => $"{column.Name} = {column.Value}"));

    /// <summary>The row says something new of the patient.</summary>
    public static readonly string Differ =
        $"({string.Join(", ", All.Select(column => $"p.{column.Name}"))}) is distinct from ({Values})";

    /// <summary>For <c>on conflict do update set</c>.</summary>
    public static readonly string SetExcluded = string.Join(", ", All.Select(column => $"{column.Name} = excluded.{column.Name}"));

    /// <summary>All that is written, as it is before, as JSON by the names of the columns.</summary>
    public static readonly string Before = $"jsonb_build_object({string.Join(", ", Names.Select(name => $"'{name}', p.{name}"))})";

    /// <summary>Writes it all back from a record b of the patients' type, for <c>update patients p set</c>.</summary>
    public static readonly string Restore = string.Join(", ", Names.Select(name => $"{name} = b.{name}"));

    private static IEnumerable<string> Names => All.Select(column => column.Name).Concat(Marks);
}
