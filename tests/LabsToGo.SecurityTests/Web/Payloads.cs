using System.Globalization;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Web;

/// <summary>Markup that would run a script if a page took it for markup, each with a number of its own that says where it was planted.</summary>
internal sealed class Payloads
{
    private static readonly string[] Kinds =
    [
        "<script>pwned({0})</script>", "\"><img src=x data-pwned onerror=pwned({0})>", "'><svg data-pwned onload=pwned({0})>",
        "<a data-pwned href=javascript:pwned({0})>x</a>",
        "</title></textarea><b data-pwned>{0}</b>", "<iframe data-pwned srcdoc=<script>pwned({0})>", "javascript:pwned({0})", "`${{pwned({0})}}`",
    ];

    private readonly Dictionary<string, string> _planted = [];

    /// <summary>The text, and into which field it went.</summary>
    public IReadOnlyDictionary<string, string> Planted => _planted;

    /// <summary>All in a full run, else three.</summary>
    public static int[] SomeKinds()
    {
        var all = Enumerable.Range(0, Kinds.Length).ToArray();
        Random.Shared.Shuffle(all);
        return Thoroughness.Full ? all : all[..3];
    }

    public string Make(int kind, string field)
    {
        var text = string.Format(CultureInfo.InvariantCulture, Kinds[kind], _planted.Count + 100);
        _planted.Add(text, field);
        return text;
    }
}
