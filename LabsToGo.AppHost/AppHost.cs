using LabsToGo.AppHost.Commands;
using LabsToGo.AppHost.Health;
using LabsToGo.AppHost.LocalServers;
using LabsToGo.AppHost.Running;
using Microsoft.Extensions.Configuration;

PlainErrors.Show();
var builder = DistributedApplication.CreateBuilder(args);

var apiPassword = builder.AddParameter("postgres-api-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var servicePassword = builder.AddParameter(
    "postgres-service-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var keyRingSecret = builder.AddParameter("key-ring-secret", new GenerateParameterDefault { MinLength = 64, Special = false }, secret: true, persist: true);
var twilioAccountSid = builder.AddParameter("twilio-account-sid");
var twilioAuthToken = builder.AddParameter("twilio-auth-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

// Each server is one that already runs, whose connection string is in this project's configuration, or a program of this machine, or a container.
var local = LocalServers.Where(builder);
IResourceBuilder<IResourceWithConnectionString> database =
    builder.RunsAlready("labstogo") ?? local?.AddPostgres("postgres", "labstogo")
        ?? builder.AddPostgres("postgres").WithImageTag("17.6").WithDataVolume().AddDatabase("labstogo");
IResourceBuilder<IResourceWithConnectionString> redis =
    builder.RunsAlready("redis") ?? local?.AddRedis("redis") ?? builder.AddRedis("redis").WithImageTag("8.2");
IResourceBuilder<IResourceWithConnectionString> messaging =
    builder.RunsAlready("messaging") ?? local?.AddRabbitMQ("messaging") ?? builder.AddRabbitMQ("messaging").WithImageTag("4.1").WithManagementPlugin();

var migrations = builder.AddProject<Projects.LabsToGo_MigrationService>("migrations")
    .WithReference(database).WaitFor(database)
    .WithEnvironment("Database__ApiPassword", apiPassword)
    .WithEnvironment("Database__ServicePassword", servicePassword)
    .WithIconName("DatabaseArrowUp")
    .WithOperatorCommand(database, "verify-audit", "Verify the audit log", "Whether every organization's audit log is as it was written.", "ShieldCheckmark")
    .WithOperatorCommand(
        database, "add-demo-patients", "Make 100,000 demo patients", "More patients for the demo organization, to be chosen as an audience by their import.",
        "PeopleAdd",
        "Import 100,000 made-up patients into the demo organization?");

var api = builder.AddProject<Projects.LabsToGo_Api>("api")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations)
    .WithEnvironment("Database__Role", "labstogo_api").WithEnvironment("Database__Password", apiPassword)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken).WithEnvironment("Twilio__Sandbox", "true")
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Api")
    .WithIconName("PlugConnected");
api.WithEnvironment("Twilio__PublicBaseUrl", api.GetEndpoint("http"));

var sandbox = builder.AddProject<Projects.LabsToGo_TwilioSandbox>("twilio-sandbox")
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Sandbox__InboundUrl", $"{api.GetEndpoint("http")}/twilio/inbound")
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Sandbox phone")
    .WithIconName("Phone")
    .WithFaults()
    .WithHttpCommand("/sandbox/received", "Forget all texts", commandOptions: new HttpCommandOptions
    {
        Method = HttpMethod.Delete,
        Description = "The sandbox's list of texts begins anew.",
        IconName = "Delete",
        ConfirmationMessage = "Forget every text that the sandbox received?",
    });

builder.AddProject<Projects.LabsToGo_CampaignWorker>("campaign-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/health", "Health"))
    .WithIconName("CalendarClock")
    .WithOperatorCommand(
        database, "stop-sending", "Stop all sending", "Nothing leaves for any organization until sending is resumed here.", "HandRight",
        "Stop all sending, of every organization? What Twilio has taken is still delivered; nothing else leaves until you resume it here.")
    .WithOperatorCommand(
        database, "resume-sending", "Resume all sending", "Lets go on what was stopped here. What an organization stopped itself stays stopped.", "Send",
        "Let every organization's campaigns go on at once?");

builder.AddProject<Projects.LabsToGo_SmsWorker>("sms-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations).WaitForStart(sandbox)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Twilio__BaseUrl", sandbox.GetEndpoint("http")).WithEnvironment("Twilio__PublicBaseUrl", api.GetEndpoint("http"))
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/health", "Health"))
    .WithIconName("Send")
    .WithReplicas(builder.Configuration.GetValue("SmsWorkers", 2));

var web = builder.AddProject<Projects.LabsToGo_Web>("web")
    .WithReference(api)
    .WithReference(redis)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithExternalHttpEndpoints()
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "LabsToGo SMS")
    .WithIconName("Globe");

// Beside the servers' data, since it is of one clone and one secret.
if (builder.ExecutionContext.IsRunMode)
{
    api.WithEnvironment("Files__Folder", Path.Combine(DataFolder.Where(builder), "files"));
    web.WithEnvironment("DataProtection__Folder", Path.Combine(DataFolder.Where(builder), "web-keys"));
}

builder.RunWell();
builder.Build().Run();
