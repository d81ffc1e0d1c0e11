using LabsToGo.AppHost.Health;
using LabsToGo.AppHost.LocalServers;
using LabsToGo.AppHost.Running;

PlainErrors.Show();
var builder = DistributedApplication.CreateBuilder(args);

var apiPassword = builder.AddParameter("postgres-api-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var servicePassword = builder.AddParameter("postgres-service-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var keyRingSecret = builder.AddParameter("key-ring-secret", new GenerateParameterDefault { MinLength = 64, Special = false }, secret: true, persist: true);
var twilioAccountSid = builder.AddParameter("twilio-account-sid");
var twilioAuthToken = builder.AddParameter("twilio-auth-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

// Each server is one that already runs, whose connection string is in this project's configuration, or a program of this machine, or a container.
var local = LocalServers.Where(builder);
IResourceBuilder<IResourceWithConnectionString> database =
    builder.RunsAlready("labstogo") ?? local?.AddPostgres("postgres", "labstogo") ?? builder.AddPostgres("postgres").WithImageTag("17.6").WithDataVolume().AddDatabase("labstogo");
IResourceBuilder<IResourceWithConnectionString> redis =
    builder.RunsAlready("redis") ?? local?.AddRedis("redis") ?? builder.AddRedis("redis").WithImageTag("8.2");
IResourceBuilder<IResourceWithConnectionString> messaging =
    builder.RunsAlready("messaging") ?? local?.AddRabbitMQ("messaging") ?? builder.AddRabbitMQ("messaging").WithImageTag("4.1").WithManagementPlugin();

var migrations = builder.AddProject<Projects.LabsToGo_MigrationService>("migrations")
    .WithReference(database).WaitFor(database)
    .WithEnvironment("Database__ApiPassword", apiPassword)
    .WithEnvironment("Database__ServicePassword", servicePassword);

var api = builder.AddProject<Projects.LabsToGo_Api>("api")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations)
    .WithEnvironment("Database__Role", "labstogo_api").WithEnvironment("Database__Password", apiPassword)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken).WithEnvironment("Twilio__Sandbox", "true")
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Api");

var sandbox = builder.AddProject<Projects.LabsToGo_TwilioSandbox>("twilio-sandbox")
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Sandbox__InboundUrl", $"{api.GetEndpoint("http")}/twilio/inbound")
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Sandbox phone")
    .WithHttpCommand("/sandbox/received", "Forget all texts", commandOptions: new HttpCommandOptions { Method = HttpMethod.Delete, IconName = "Delete" });

builder.AddProject<Projects.LabsToGo_CampaignWorker>("campaign-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithEagerHealthCheck("/health");

builder.AddProject<Projects.LabsToGo_SmsWorker>("sms-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations).WaitForStart(sandbox)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Twilio__BaseUrl", sandbox.GetEndpoint("http")).WithEnvironment("Twilio__CallbackBaseUrl", api.GetEndpoint("http"))
    .WithEagerHealthCheck("/health")
    .WithReplicas(2);

builder.AddProject<Projects.LabsToGo_Web>("web")
    .WithReference(api)
    .WithReference(redis)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithExternalHttpEndpoints()
    .WithEagerHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "LabsToGo SMS");

builder.RunWell();
builder.Build().Run();
