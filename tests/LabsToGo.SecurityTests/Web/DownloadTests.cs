using System.Net;

namespace LabsToGo.SecurityTests.Web;

/// <summary>A kept file through the Web, whose cookie stands for the Api's token.</summary>
public sealed class DownloadTests(StackFixture fixture)
{
    private const string Demo = "0197f000-0000-7000-8000-000000000001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_gets_what_viewers_may_read_and_nothing_else_and_no_browser_shows_it()
    {
        var (open, closed) = (await KeepAsync("patients.read"), await KeepAsync("patients.import"));
        using var page = new SignInPage(fixture.Stack.Web.Url);
        using var before = await page.Http.GetAsync(new Uri($"/files/{open}", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (before.StatusCode, before.Headers.Location?.AbsolutePath));
        using var signedIn = await page.SignInAsync();

        using var file = await page.Http.GetAsync(new Uri($"/files/{open}", UriKind.Relative), Stop);
        Assert.Equal("<script>alert(1)</script>", await file.Content.ReadAsStringAsync(Stop));
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.MediaType);
        var disposition = file.Content.Headers.ContentDisposition;
        Assert.Equal(("attachment", "März \"1\".html"), (disposition?.DispositionType, disposition?.FileNameStar));
        Assert.Equal(("nosniff", "no-store"), (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.CacheControl?.ToString()));
        using var refused = await page.Http.GetAsync(new Uri($"/files/{closed}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var missing = await page.Http.GetAsync(new Uri($"/files/{Guid.NewGuid()}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<Guid> KeepAsync(string permission)
    {
        var id = Guid.NewGuid();
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Stack.Servers.Files, Guid.Parse(Demo).ToString("N")));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, id.ToString("N")), "<script>alert(1)</script>", Stop);
        await fixture.Stack.SqlAsync(
            $"""
            insert into stored_files (id, organization_id, kind, name, size, permission, created_by, created_at, expires_at)
            values ('{id}', '{Demo}', 'import', 'März "1".html', 25, '{permission}', '{Guid.NewGuid()}', now(), now() + interval '1 day')
            """);
        return id;
    }
}
