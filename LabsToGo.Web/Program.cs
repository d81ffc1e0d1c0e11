using System.Globalization;
using LabsToGo.ServiceDefaults;
using LabsToGo.ServiceDefaults.Edge;
using LabsToGo.Web.Clients;
using LabsToGo.Web.Components;
using LabsToGo.Web.Downloads;
using LabsToGo.Web.KeyRing;
using LabsToGo.Web.Security;
using LabsToGo.Web.Sessions;
using LabsToGo.Web.State;
using MudBlazor;
using MudBlazor.Services;

// The lab's staff read American dates and numbers, whatever the server's locale.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddKnownProxies();
builder.Services.AddServerLimits();
builder.Services.AddHttps();
builder.AddKeyRing();
builder.AddSessions();
builder.Services.AddApiClients();
builder.Services.AddState();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices(mud =>
{
    mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter;
    mud.SnackbarConfiguration.PreventDuplicates = false;
    mud.SnackbarConfiguration.VisibleStateDuration = 6000;
});

var app = builder.Build();
app.UseForwardedHeaders();
app.RedirectToHttps();
if (!app.Environment.IsDevelopment())
    app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseSecurityHeaders();
app.UseSameOrigin();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapDefaultEndpoints();
app.MapStaticAssets().AllowAnonymous();
app.MapGet("/", () => TypedResults.Redirect(ReturnUrl.Home)).AllowAnonymous();
app.MapSessions();
app.MapDownloads();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

app.Run();
