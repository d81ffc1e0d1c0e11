using LabsToGo.Api;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Organizations;
using LabsToGo.Api.Patients;
using LabsToGo.Api.Senders;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.ServiceDefaults;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedis();
builder.AddMessaging();
builder.Services.AddLabsToGoData(builder.Configuration, tenants: true);
builder.Services.ConfigureHttpJsonOptions(json => ContractJson.Apply(json.SerializerOptions));
builder.Services.AddValidation();
builder.Services.AddErrors();
builder.Services.AddOpenApi();
builder.AddAccounts();

var app = builder.Build();
// The Web passes its callers' addresses on; only a proxy on this machine is believed.
app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
app.UseErrors();
app.UseAuthentication();
app.UseMiddleware<TenantOfCaller>();
app.UseAuthorization();
app.UseRateLimiter();

app.MapDefaultEndpoints();
app.MapApiDocument();
app.MapAccounts();
app.MapPatients();
app.MapOrganizations();
app.MapSenders();
app.Run();
