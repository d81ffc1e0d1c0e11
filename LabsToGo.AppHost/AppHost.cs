var builder = DistributedApplication.CreateBuilder(args);

var apiPassword = builder.AddParameter("postgres-api-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var servicePassword = builder.AddParameter("postgres-service-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var keyRingSecret = builder.AddParameter("key-ring-secret", new GenerateParameterDefault { MinLength = 64, Special = false }, secret: true, persist: true);
var twilioAccountSid = builder.AddParameter("twilio-account-sid");
var twilioAuthToken = builder.AddParameter("twilio-auth-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

// Each server can be one that already runs: its connection string in this project's configuration stands in for the container.
IResourceBuilder<IResourceWithConnectionString> database = builder.Configuration["ConnectionStrings:labstogo"] is null
    ? builder.AddPostgres("postgres").WithImageTag("17.6").WithDataVolume().AddDatabase("labstogo")
    : builder.AddConnectionString("labstogo");
IResourceBuilder<IResourceWithConnectionString> redis = builder.Configuration["ConnectionStrings:redis"] is null
    ? builder.AddRedis("redis").WithImageTag("8.2")
    : builder.AddConnectionString("redis");
IResourceBuilder<IResourceWithConnectionString> messaging = builder.Configuration["ConnectionStrings:messaging"] is null
    ? builder.AddRabbitMQ("messaging").WithImageTag("4.1").WithManagementPlugin()
    : builder.AddConnectionString("messaging");

var migrations = builder.AddProject<Projects.LabsToGo_MigrationService>("migrations")
    .WithReference(database).WaitFor(database)
    .WithEnvironment("Database__ApiPassword", apiPassword)
    .WithEnvironment("Database__ServicePassword", servicePassword);

var api = builder.AddProject<Projects.LabsToGo_Api>("api")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(messaging)
    .WithEnvironment("Database__Role", "labstogo_api").WithEnvironment("Database__Password", apiPassword)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken).WithEnvironment("Twilio__Sandbox", "true")
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Api");

var sandbox = builder.AddProject<Projects.LabsToGo_TwilioSandbox>("twilio-sandbox")
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Sandbox__InboundUrl", $"{api.GetEndpoint("http")}/twilio/inbound")
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Sandbox phone")
    .WithHttpCommand("/sandbox/received", "Forget all texts", commandOptions: new HttpCommandOptions { Method = HttpMethod.Delete, IconName = "Delete" });

builder.AddProject<Projects.LabsToGo_CampaignWorker>("campaign-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(messaging)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithHttpHealthCheck("/health");

builder.AddProject<Projects.LabsToGo_SmsWorker>("sms-worker")
    .WithReference(database).WithReference(redis).WithReference(messaging)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(messaging).WaitFor(sandbox)
    .WithEnvironment("Database__Role", "labstogo_service").WithEnvironment("Database__Password", servicePassword)
    .WithEnvironment("Twilio__AccountSid", twilioAccountSid).WithEnvironment("Twilio__AuthToken", twilioAuthToken)
    .WithEnvironment("Twilio__BaseUrl", sandbox.GetEndpoint("http")).WithEnvironment("Twilio__CallbackBaseUrl", api.GetEndpoint("http"))
    .WithHttpHealthCheck("/health")
    .WithReplicas(2);

builder.AddProject<Projects.LabsToGo_Web>("web")
    .WithReference(api).WaitFor(api)
    .WithReference(redis)
    .WithEnvironment("DataProtection__Secret", keyRingSecret)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "LabsToGo SMS");

builder.Build().Run();
