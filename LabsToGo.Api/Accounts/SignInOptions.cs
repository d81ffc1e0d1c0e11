using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Api.Accounts;

/// <summary>Section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";
    public const string RateLimit = "sign-in";

    /// <summary>Tries per address and minute; the lock-out of an account comes on top.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "SignIn:AttemptsPerMinute must be at least 1.")]
    public int AttemptsPerMinute { get; set; } = 30;
}
