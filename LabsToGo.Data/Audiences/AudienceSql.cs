using LabsToGo.Domain.Campaigns;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Audiences;

/// <summary>The one translation of an <see cref="Audience"/> into SQL, for counting and for planning alike.</summary>
public static class AudienceSql
{
    /// <summary>The conditions on a row of <c>patients</c> under this alias, beginning with <c>and</c>; the values come by <see cref="AddAudience"/>.</summary>
    /// <remarks>Every part is always there, so that all audiences share one prepared statement; one patient alone is found by a statement that can only look
    /// there.</remarks>
    public static string Where(string alias, Audience audience) => audience.PatientId is not null
        ? $"and {alias}.id = @patient_id and {alias}.erased_at is null"
        : $"""
            and {alias}.erased_at is null
            and (@states is null or {alias}.state = any(@states))
            and (@postal_prefix is null or {alias}.postal_code like @postal_prefix || '%')
            and (@born_until is null or {alias}.date_of_birth <= @born_until)
            and (@born_after is null or {alias}.date_of_birth > @born_after)
            and (@import_id is null or {alias}.import_id = @import_id)
            """;

    /// <param name="today">The day on which ages are counted.</param>
    public static void AddAudience(this NpgsqlParameterCollection parameters, Audience audience, DateOnly today)
    {
        Add(parameters, "states", NpgsqlDbType.Array | NpgsqlDbType.Text, audience.States is { Count: > 0 } states ? states.ToArray() : null);
        Add(parameters, "postal_prefix", NpgsqlDbType.Text, string.IsNullOrEmpty(audience.PostalCodePrefix) ? null : audience.PostalCodePrefix);
        Add(parameters, "born_until", NpgsqlDbType.Date, audience.MinAge is { } min ? today.AddYears(-min) : null);
        Add(parameters, "born_after", NpgsqlDbType.Date, audience.MaxAge is { } max ? today.AddYears(-max - 1) : null);
        Add(parameters, "import_id", NpgsqlDbType.Uuid, audience.ImportId);
        Add(parameters, "patient_id", NpgsqlDbType.Uuid, audience.PatientId);
    }

    private static void Add(NpgsqlParameterCollection parameters, string name, NpgsqlDbType type, object? value) =>
        parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}
