using LabsToGo.CampaignWorker.Dispatching;
using LabsToGo.CampaignWorker.Planning;
using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Data;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Workers;
using LabsToGo.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedis();
builder.AddMessaging(bus => bus.AddPlanning());
builder.AddLabsToGoDatabase();
builder.Services.AddHeartbeat("campaign-worker");
builder.Services.AddLeading("campaign-worker");
builder.Services.AddPlanner();
builder.Services.AddDispatching();
builder.Services.AddSweeping();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
