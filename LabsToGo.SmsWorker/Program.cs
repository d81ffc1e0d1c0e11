using LabsToGo.Data;
using LabsToGo.Data.Workers;
using LabsToGo.ServiceDefaults;
using LabsToGo.SmsWorker.RateLimiting;
using LabsToGo.SmsWorker.Reconciling;
using LabsToGo.SmsWorker.Retention;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedis();
builder.AddLabsToGoDatabase();
builder.Services.AddHeartbeat("sms-worker", provider => provider.GetRequiredService<SendingMetrics>().InFlight);
builder.Services.AddTwilio();
builder.Services.AddRateLimiting();
builder.Services.AddSender();
builder.Services.AddReconciling();
builder.Services.AddRetention();
// Last, so that it stops first: what is under way then is still recorded.
builder.AddMessaging(bus => bus.AddSending());

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
