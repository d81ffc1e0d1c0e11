using LabsToGo.TwilioSandbox;

SandboxApp.Create(args).Run();
