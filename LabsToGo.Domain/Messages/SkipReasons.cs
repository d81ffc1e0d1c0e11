namespace LabsToGo.Domain.Messages;

/// <summary>The reasons beside a row, as stored and as shown.</summary>
public static class SkipReasons
{
    /// <summary>As stored: snake case, at most 40 characters.</summary>
    public static string Stored(this SkipReason reason) => reason switch
    {
        SkipReason.Deceased => "deceased",
        SkipReason.NoConsent => "no_consent",
        SkipReason.OptedOut => "opted_out",
        SkipReason.Held => "held",
        SkipReason.Unreachable => "unreachable",
        SkipReason.DuplicatePhone => "duplicate_phone",
        SkipReason.MissingField => "missing_field",
        SkipReason.TextTooLong => "text_too_long",
        SkipReason.TemplateError => "template_error",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>Follows a stored reason that is about another number than the one that was planned.</summary>
    public const string NewNumber = "_new_number";

    /// <summary>Plain words for any stored reason; one that is not ours is returned as it is, being words already.</summary>
    public static string InWords(string stored) => stored switch
    {
        _ when stored.EndsWith(NewNumber, StringComparison.Ordinal) =>
            $"{InWords(stored[..^NewNumber.Length])} That is about the patient's new number: it was changed after the start.",
        "deceased" => "The patient has died.",
        "no_consent" => "The patient has not agreed to receive texts.",
        "opted_out" => "The patient has opted out of texts.",
        "held" => "A reply from this number may be an opt-out, and nobody had decided yet.",
        "unreachable" => "Texts do not reach this number. The patient's page says why, and how to try again.",
        "duplicate_phone" => "Another patient of this campaign has the same phone number; one copy was sent.",
        "missing_field" => "The template uses a field that is empty for this patient.",
        "text_too_long" => "The text is over 1,600 characters for this patient.",
        "template_error" => "The template could not be filled in for this patient.",
        "gave_up" => "Twilio was too busy each time we tried.",
        "worker_lost" or "worker_lost_absent" => "The program stopped while it was handing this over; Twilio is being asked whether it has it.",
        "erased" => "The patient was erased on request before this could leave.",
        "expired" => "It could not leave before the campaign's end.",
        _ => stored,
    };
}
