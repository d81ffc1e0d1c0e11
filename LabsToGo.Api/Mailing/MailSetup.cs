using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Mailing;

internal static class MailSetup
{
    public static void AddMailing(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmtpOptions>()
            .BindConfiguration(SmtpOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IOptions<WebOptions>>(
                (smtp, web) => !smtp.IsOn || IsAddress(web.Value.PublicUrl, allowHttp: builder.Environment.IsDevelopment()),
                "The setting Web:PublicUrl must be the address at which people reach the Web, such as https://sms.example.com, when Smtp:Host is set.")
            .ValidateOnStart();
        services.AddScoped<LinkMailer>();
    }

    private static bool IsAddress(Uri? url, bool allowHttp) =>
        url is { IsAbsoluteUri: true, Query: "", Fragment: "" } && (url.Scheme == Uri.UriSchemeHttps || (allowHttp && url.Scheme == Uri.UriSchemeHttp));
}
