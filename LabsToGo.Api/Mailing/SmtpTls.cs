namespace LabsToGo.Api.Mailing;

internal enum SmtpTls
{
    /// <summary>Begins in clear and must switch before anything is said; mostly port 587.</summary>
    StartTls,

    /// <summary>From the first byte on; mostly port 465.</summary>
    Implicit,

    /// <summary>For a server on this machine alone.</summary>
    None,
}
