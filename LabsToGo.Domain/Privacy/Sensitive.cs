namespace LabsToGo.Domain.Privacy;

/// <summary>
/// A phone number, a name or a text of a patient on its way past logs and exceptions: however it is printed, also inside of a record or an interpolated string,
/// it never shows. Who needs the value says so by <see cref="Reveal"/>.
/// </summary>
public readonly struct Sensitive(string value) : IEquatable<Sensitive>, ISpanFormattable
{
    private const string Hidden = "(hidden)";

    private readonly string? _value = value;

    public static implicit operator Sensitive(string value) => new(value);

    public static bool operator ==(Sensitive one, Sensitive other) => one.Equals(other);

    public static bool operator !=(Sensitive one, Sensitive other) => !one.Equals(other);

    /// <summary>The value itself, for Twilio, the database or a person who may see it.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => Hidden;

    public string ToString(string? format, IFormatProvider? formatProvider) => Hidden;

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var fits = Hidden.TryCopyTo(destination);
        charsWritten = fits ? Hidden.Length : 0;
        return fits;
    }

    public bool Equals(Sensitive other) => Reveal() == other.Reveal();

    public override bool Equals(object? obj) => obj is Sensitive other && Equals(other);

    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);
}
