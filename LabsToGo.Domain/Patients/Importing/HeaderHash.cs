using System.Security.Cryptography;
using System.Text;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>By which a file with the same columns is known again.</summary>
public static class HeaderHash
{
    /// <param name="headers">Their case and the spaces around them don't matter, nor do the columns that a file of rejected rows has beside them.</param>
    public static string Of(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n', headers.Where(header => !RejectColumns.Is(header)).Select(header => header.Trim().ToLowerInvariant())))));
}
