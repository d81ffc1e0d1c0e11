using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LabsToGo.Data;

/// <summary>Enums are kept as snake-case words of at most 20 characters, so that SQL written by hand reads well and a bad value can't be stored.</summary>
public static class StoredEnum
{
    /// <summary>As in the database: <c>SentUnconfirmed</c> becomes <c>sent_unconfirmed</c>.</summary>
    public static string Stored<TEnum>(this TEnum value)
        where TEnum : struct, Enum =>
        Words<TEnum>.Stored[value];

    /// <exception cref="KeyNotFoundException">The text is no stored value of this enum.</exception>
    public static TEnum Parse<TEnum>(string stored)
        where TEnum : struct, Enum =>
        Words<TEnum>.Parsed[stored];

    internal static PropertyBuilder<TEnum> IsStoredEnum<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum =>
        property
            .HasMaxLength(20)
            .HasConversion(new ValueConverter<TEnum, string>(value => Stored(value), stored => Parse<TEnum>(stored)));

    /// <summary>Where there may be none.</summary>
    internal static PropertyBuilder<TEnum?> IsStoredEnum<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum =>
        property
            .HasMaxLength(20)
            .HasConversion(new ValueConverter<TEnum, string>(value => Stored(value), stored => Parse<TEnum>(stored)));

    /// <summary>The same bound as a check constraint, for statements that do not come through the model.</summary>
    internal static void HasStoredEnumCheck<TEntity, TEnum>(this EntityTypeBuilder<TEntity> entity, string column)
        where TEntity : class
        where TEnum : struct, Enum =>
        entity.ToTable(table => table.HasCheckConstraint(
            $"ck_{entity.Metadata.GetTableName()}_{column}",
            $"{column} in ({string.Join(", ", Words<TEnum>.Parsed.Keys.Select(word => $"'{word}'"))})"));

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Stored = Enum.GetValues<TEnum>().ToDictionary(value => value, value => SnakeCase(value.ToString()));

        public static readonly Dictionary<string, TEnum> Parsed = Stored.ToDictionary(pair => pair.Value, pair => pair.Key);

        private static string SnakeCase(string name) =>
            string.Concat(name.Select((letter, index) =>
                char.IsUpper(letter) && index > 0
                    ? "_" + char.ToLower(letter, CultureInfo.InvariantCulture)
                    : char.ToLower(letter, CultureInfo.InvariantCulture).ToString()));
    }
}
