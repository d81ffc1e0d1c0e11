using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value; kept in <c>.labstogo/secrets.json</c>, since the data folders remember their passwords.</summary>
public sealed class GenerateParameterDefault
{
    public int MinLength { get; set; } = 22;

    /// <summary>This engine never uses other characters than letters and digits.</summary>
    public bool Special { get; set; }

    internal string Generate() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", MinLength);
}
