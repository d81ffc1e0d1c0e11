namespace LabsToGo.Data.Accounts;

/// <summary>One sign-in on one device, with all tokens that come from it. Ended, none of them is taken any more, from the next request on.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its person last did something; what pages and programs do by themselves, such as renewing tokens, is nothing.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The caller's, at the sign-in.</summary>
    public string Address { get; init; } = "";

    /// <summary>The browser's or program's name for itself, cut to 200 characters.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>Whether a second factor or a passkey was shown, and the user still has one.</summary>
    public bool SecondFactor { get; init; }
}
