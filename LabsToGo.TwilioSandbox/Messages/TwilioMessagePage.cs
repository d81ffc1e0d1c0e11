namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>One page of a list. <see cref="NextPageUri"/> is relative to Twilio's address, and null at the end.</summary>
public sealed record TwilioMessagePage
{
    public IReadOnlyList<TwilioMessage> Messages { get; init; } = [];

    public int Page { get; init; }

    public int PageSize { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public string? FirstPageUri { get; init; }

    public string? PreviousPageUri { get; init; }

    public string? NextPageUri { get; init; }

    public string? Uri { get; init; }
}
