// The real engine generates these from the project references, under just these names.
#pragma warning disable CA1707
namespace Projects;

public sealed class LabsToGo_Api : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.Api";
}

public sealed class LabsToGo_CampaignWorker : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.CampaignWorker";
}

public sealed class LabsToGo_MigrationService : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.MigrationService";
}

public sealed class LabsToGo_SmsWorker : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.SmsWorker";
}

public sealed class LabsToGo_TwilioSandbox : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.TwilioSandbox";
}

public sealed class LabsToGo_Web : IProjectMetadata
{
    public string ProjectPath => "LabsToGo.Web";
}
