using System.Globalization;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Shared;

/// <summary>How codes and numbers are said to people.</summary>
internal static class Words
{
    /// <summary><c>+12125550100</c> as <c>(212) 555-0100</c>; other countries' numbers as they are.</summary>
    public static string Phone(string phone) =>
        phone is ['+', '1', .. { Length: 10 } digits] ? $"({digits[..3]}) {digits[3..6]}-{digits[6..]}" : phone;

    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <param name="one">The singular, or the whole phrase when no plain "s" makes the plural.</param>
    public static string Count(long number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    public static string Consent(ConsentState consent) => consent switch
    {
        ConsentState.Granted => "Agreed to texts",
        ConsentState.Revoked => "Opted out",
        ConsentState.Held => "On hold",
        _ => "No consent yet",
    };

    /// <summary>Why a text did not arrive, whether that is the end of it or it waits for another try.</summary>
    public static string Reason(string status, string reason) =>
        status == "pending" ? $"Not delivered: {reason}. It is tried again some hours later." : reason;

    /// <returns>Null for a text that asks nothing of us.</returns>
    public static string? Intent(string? intent) => intent switch
    {
        "stop" => "Opted out",
        "hold" => "May be an opt-out",
        "start" => "Opted in again",
        "help" => "Asked for help",
        _ => null,
    };

    public static string Status(CampaignStatus status) => status switch
    {
        CampaignStatus.Draft => "Draft",
        CampaignStatus.Queued => "Starting",
        CampaignStatus.Planning => "Being prepared",
        CampaignStatus.Running => "Sending",
        CampaignStatus.Paused => "Paused",
        CampaignStatus.Completed => "Completed",
        _ => "Canceled",
    };

    public static string Duration(double seconds) => seconds switch
    {
        < 60 => $"{Math.Max(1, Math.Ceiling(seconds)):0} s",
        < 3600 => $"{Math.Ceiling(seconds / 60):0} min",
        < 36_000 => $"{seconds / 3600:0.#} h",
        < 172_800 => $"{Math.Ceiling(seconds / 3600):0} h",
        _ => $"{seconds / 86_400:0.#} days",
    };
}
