using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>Where a mail server is set, invitations and password links are mailed as well.</summary>
public sealed class MailingTests(MailingFixture mailing) : IClassFixture<MailingFixture>
{
    private readonly MailSink _sink = mailing.Sink;
    private readonly ApiClient _admin = mailing.Admin;

    [Fact]
    public async Task Who_is_invited_or_gets_a_new_link_finds_it_in_an_email()
    {
        var invited = await _admin.InviteAsync("staff");
        var again = await _admin.PostAsync<PasswordLinkResponse>($"/api/users/{invited.User.Id}/password-link");

        Assert.Equal([MailState.Sent, MailState.Sent], [invited.Mail, again.Mail]);
        var mails = _sink.Mails.Where(mail => mail.Recipients.Contains(invited.User.Email)).ToList();
        Assert.Equal(2, mails.Count);
        foreach (var (mail, link) in mails.Zip([invited, again]))
        {
            Assert.Equal([invited.User.Email], mail.Recipients);
            Assert.Contains($"https://sms.example.com/lab/set-password#{link.Token}", Unfolded(mail), StringComparison.Ordinal);
            Assert.Contains("Ada Admin", mail.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Subject: Your account at Labs To Go Demo", mails[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_line_breaks_adds_no_header_and_no_recipient()
    {
        var email = $"{Guid.NewGuid():N}@demo.example";
        var invited = await _admin.PostAsync<PasswordLinkResponse>(
            "/api/users", new InviteRequest("Nora\r\nBcc: thief@evil.example\r\n\r\nPay here", email, "viewer"));

        Assert.Equal(MailState.Sent, invited.Mail);
        Assert.Equal([email], _sink.Mails[^1].Recipients);
        Assert.DoesNotContain(
            _sink.Mails[^1].Text.Split('\n'),
            line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Pay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_mail_server_refuses_or_is_gone_the_admin_keeps_the_link_and_is_told()
    {
        _sink.Refusal = "550 no such mailbox";
        var refused = await _admin.InviteAsync("staff");
        _sink.Refusal = null;
        Assert.Equal(MailState.Failed, refused.Mail);
        Assert.Contains("no such mailbox", refused.MailProblem, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Token);

        _sink.Accepts = false;
        var gone = await _admin.PostAsync<PasswordLinkResponse>($"/api/users/{refused.User.Id}/password-link");
        _sink.Accepts = true;
        Assert.Equal((MailState.Failed, "The mail server can't be reached."), (gone.Mail, gone.MailProblem));
        Assert.NotEmpty(gone.Token);
    }

    [Fact]
    public async Task What_demands_encryption_says_nothing_to_a_server_without_it()
    {
        var before = _sink.Commands.Count;
        var careful = await mailing.StartApiAsync(new() { ["Smtp__Tls"] = "StartTls" });
        using var client = await ApiClient.SignInAsync(careful.Url, "admin@demo.example", "LabsToGo-Demo-1");
        var invited = await client.InviteAsync("staff");
        await careful.KillAsync();

        Assert.Equal((MailState.Failed, "The mail server does not offer what the setting Smtp:Tls asks for."), (invited.Mail, invited.MailProblem));
        Assert.DoesNotContain("MAIL", _sink.Commands.Skip(before));
    }

    [Fact]
    public async Task Wrong_settings_stop_the_start_with_lines_that_name_them()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => mailing.StartApiAsync(new()
        {
            ["Smtp__Host"] = "mail.example.com",
            ["Smtp__From"] = "nobody",
            ["Smtp__Port"] = "0",
            ["Smtp__User"] = "somebody",
            ["Web__PublicUrl"] = "sms.example.com",
        }));
        Assert.All(
            (string[])["Smtp:From", "Smtp:Port", "Smtp:User", "Smtp:Tls", "Web:PublicUrl"],
            setting => Assert.Contains(setting, wrong.Message, StringComparison.Ordinal));
    }

    /// <summary>Long lines of a mail are folded (quoted-printable).</summary>
    private static string Unfolded(SunkMail mail) => mail.Text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
}
