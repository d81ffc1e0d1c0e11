using System.Collections.Frozen;
using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace LabsToGo.Twilio.Errors;

/// <summary>
/// Twilio's error codes as data (twilio-errors.csv beside this file; its last column names the sources). Twilio warns that codes change and new ones come,
/// so every look-up has a default.
/// </summary>
public static class TwilioErrors
{
    /// <summary>The recipient has opted out at Twilio (STOP): <see href="https://www.twilio.com/docs/api/errors/21610"/>.</summary>
    public const int OptedOut = 21610;

    /// <summary>Wrong or revoked credentials: <see href="https://www.twilio.com/docs/api/errors/20003"/>.</summary>
    public const int AuthenticationFailed = 20003;

    private static readonly FrozenDictionary<string, TwilioError> Table = Load();

    public static IReadOnlyCollection<TwilioError> All => Table.Values;

    /// <summary>A code that came as the answer to a request.</summary>
    public static TwilioError OfResponse(int? code) => Find(code, "default_4xx");

    /// <summary>A code that came with a status callback.</summary>
    public static TwilioError OfCallback(int? code) => Find(code, "default_async");

    private static TwilioError Find(int? code, string otherwise)
    {
        var key = code?.ToString(CultureInfo.InvariantCulture);
        if (key is not null && Table.TryGetValue(key, out var error) && error.Class is not TwilioErrorClass.Unknown)
            return error;
        var rule = Table[otherwise];
        return key is null ? rule : rule with { Code = key };
    }

    private static FrozenDictionary<string, TwilioError> Load()
    {
        using var stream = typeof(TwilioErrors).Assembly.GetManifestResourceStream("LabsToGo.Twilio.Errors.twilio-errors.csv")
            ?? throw new InvalidOperationException("The Twilio error table is not embedded in LabsToGo.Twilio.");
        using var csv = new TextFieldParser(stream) { Delimiters = [","] };
        var header = csv.ReadFields()!;
        int code = Array.IndexOf(header, "code"), name = Array.IndexOf(header, "name"), kind = Array.IndexOf(header, "class"),
            action = Array.IndexOf(header, "action"), staff = Array.IndexOf(header, "staff"), repeat = Array.IndexOf(header, "resend_cannot_duplicate");
        var errors = new Dictionary<string, TwilioError>();
        while (csv.ReadFields() is { } row)
            errors.Add(
                row[code], new TwilioError(row[code], row[name], ParseClass(row[kind]), row[action], row[staff], row[repeat] is "yes" or "mostly"));
        return errors.ToFrozenDictionary();
    }

    private static TwilioErrorClass ParseClass(string text) => text switch
    {
        "recipient" => TwilioErrorClass.Recipient,
        "sender" => TwilioErrorClass.Sender,
        "account" => TwilioErrorClass.Account,
        "transient" => TwilioErrorClass.Transient,
        "ambiguous" => TwilioErrorClass.Ambiguous,
        "unknown_code" => TwilioErrorClass.Unknown,
        _ => throw new InvalidOperationException($"The Twilio error table has the unknown class '{text}'."),
    };
}
