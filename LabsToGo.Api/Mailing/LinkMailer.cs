using System.Net.Sockets;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LabsToGo.Api.Mailing;

/// <summary>
/// Mails a password link to whom it belongs, where a mail server is set. The admin keeps the link in any case, so a server that is away stops nobody.
/// </summary>
internal sealed partial class LinkMailer(LabsToGoDbContext db, IOptions<SmtpOptions> options, IOptions<WebOptions> web, ILogger<LinkMailer> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SmtpOptions _smtp = options.Value;

    /// <param name="link">Stored already.</param>
    /// <param name="invitation">The account is new; else its password is forgotten.</param>
    /// <returns>The link, and what became of the e-mail.</returns>
    public async Task<PasswordLinkResponse> MailAsync(PasswordLinkResponse link, string admin, bool invitation, CancellationToken cancellationToken)
    {
        if (!_smtp.IsOn)
            return link;
        try
        {
            await SendAsync(await WriteAsync(link, admin, invitation, cancellationToken), cancellationToken);
            return link with { Mail = MailState.Sent };
        }
        catch (Exception failure) when (Problem(failure) is not null && !cancellationToken.IsCancellationRequested)
        {
            Log.NotSent(logger, link.User.Id, failure.GetType().Name);
            return link with { Mail = MailState.Failed, MailProblem = Problem(failure) };
        }
    }

    private async Task<MimeMessage> WriteAsync(PasswordLinkResponse link, string admin, bool invitation, CancellationToken cancellationToken)
    {
        var laboratory = await db.Organizations.Select(organization => new { organization.Name, organization.TimeZone }).SingleAsync(cancellationToken);
        // Nobody writes lines of their own into an e-mail of ours.
        var name = string.Join(' ', link.User.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var until = TimeZoneInfo.ConvertTime(link.ExpiresAt, TimeZoneInfo.FindSystemTimeZoneById(laboratory.TimeZone));
        return new MimeMessage(
            [MailboxAddress.Parse(_smtp.From)],
            [new MailboxAddress(name, link.User.Email)],
            invitation ? $"Your account at {laboratory.Name}" : $"A new password for {laboratory.Name}",
            new TextPart("plain")
            {
                // Behind the # the token stays in the browser: no server and no proxy logs it.
                Text = $"""
                    Hello {name},

                    {admin} {(invitation ? $"has made an account for you at {laboratory.Name}" : $"gives you a link to a new password at {laboratory.Name}")}.
                    Set your password here:

                    {web.Value.PublicUrl!.ToString().TrimEnd('/')}/set-password#{link.Token}

                    The link works once, until {until:MMMM d, h:mm tt} ({laboratory.TimeZone}). Give it to nobody else.
                    If you did not expect this e-mail, tell {admin}; without the link nothing happens.

                    """,
            });
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var server = new SmtpClient();
        await server.ConnectAsync(_smtp.Host, _smtp.Port, Security(_smtp.Tls), patience.Token);
        if (_smtp.User.Length > 0)
            await server.AuthenticateAsync(_smtp.User, _smtp.Password, patience.Token);
        await server.SendAsync(message, patience.Token);
        await server.DisconnectAsync(quit: true, patience.Token);
    }

    private static SecureSocketOptions Security(SmtpTls tls) => tls switch
    {
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <returns>For the admin, in words; null for what is no trouble with the mail server.</returns>
    private static string? Problem(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"The mail server refused it: {refused.Message}",
        AuthenticationException => "The mail server does not take the settings Smtp:User and Smtp:Password.",
        SslHandshakeException => "The mail server's certificate is not to be trusted.",
        NotSupportedException => "The mail server does not offer what the setting Smtp:Tls asks for.",
        SocketException or IOException or OperationCanceledException or SmtpProtocolException => "The mail server can't be reached.",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The password link of user {UserId} could not be mailed ({Problem}); the admin was shown it")]
        public static partial void NotSent(ILogger logger, Guid userId, string problem);
    }
}
