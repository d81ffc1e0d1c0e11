using Microsoft.Extensions.Options;
using MimeKit;

namespace LabsToGo.Api.Mailing;

internal static class MailSetup
{
    public static void AddMailing(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section);
        services.AddOptions<SmtpOptions>()
            .BindConfiguration(SmtpOptions.Section)
            .Validate(smtp => !smtp.IsOn || (MailboxAddress.TryParse(smtp.From, out var from) && from.Address.Contains('@', StringComparison.Ordinal)), "The setting Smtp:From must be an e-mail address, such as no-reply@example.com.")
            .Validate(smtp => smtp.Port is > 0 and <= 65535, "The setting Smtp:Port must be 1 to 65535.")
            .Validate(smtp => smtp.User.Length == 0 == (smtp.Password.Length == 0), "The settings Smtp:User and Smtp:Password go together: set both, or neither.")
            .Validate(
                smtp => smtp.Tls is not SmtpTls.None || smtp.Host is "" or "localhost" or "127.0.0.1" or "::1",
                "The setting Smtp:Tls may be None for a server on this machine alone: everybody on the way could read the links. Use StartTls or Implicit.")
            .Validate<IOptions<WebOptions>>(
                (smtp, web) => !smtp.IsOn || IsAddress(web.Value.PublicUrl, allowHttp: builder.Environment.IsDevelopment()),
                "The setting Web:PublicUrl must be the address at which people reach the Web, such as https://sms.example.com, when Smtp:Host is set.")
            .ValidateOnStart();
        services.AddScoped<LinkMailer>();
    }

    private static bool IsAddress(Uri? url, bool allowHttp) =>
        url is { IsAbsoluteUri: true, Query: "", Fragment: "" } && (url.Scheme == Uri.UriSchemeHttps || (allowHttp && url.Scheme == Uri.UriSchemeHttp));
}
