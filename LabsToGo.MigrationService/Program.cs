using LabsToGo.Data.Accounts;
using LabsToGo.MigrationService;
using LabsToGo.MigrationService.Commands;
using LabsToGo.MigrationService.Seeding;
using LabsToGo.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(args);
builder.AddServiceDefaults();
if (args is [not ['-', ..], ..])
    return await OperatorCommands.RunAsync(args, builder.Configuration, CancellationToken.None);

builder.Services.AddPasswordHashing().AddSingleton<DemoData>();
using var host = builder.Build();
await host.StartAsync();

var seed = builder.Environment.IsDevelopment() || builder.Configuration.GetValue<bool>("Seed:DemoData");
await DatabaseSetup.RunAsync(
    builder.Configuration,
    seed ? host.Services.GetRequiredService<DemoData>() : null,
    host.Services.GetRequiredService<TimeProvider>(),
    host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseSetup)),
    host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
await host.StopAsync();
return 0;
