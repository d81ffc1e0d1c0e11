namespace LabsToGo.Contracts.Http;

/// <summary>What can be allowed, by the names that endpoints ask for, API keys are given, and the documentation lists.</summary>
public static class Permission
{
    public const string PatientsRead = "patients.read";
    public const string PatientsEdit = "patients.edit";
    public const string PatientsImport = "patients.import";
    public const string PatientsExport = "patients.export";
    public const string PatientsErase = "patients.erase";
    public const string CampaignsRead = "campaigns.read";
    public const string CampaignsEdit = "campaigns.edit";

    /// <summary>Starting and resuming: what makes texts leave.</summary>
    public const string CampaignsSend = "campaigns.send";

    /// <summary>Pausing, canceling and the panic stop: what keeps texts from leaving.</summary>
    public const string CampaignsStop = "campaigns.stop";

    /// <summary>Being the second person for a campaign above the organization's limit.</summary>
    public const string CampaignsApprove = "campaigns.approve";

    /// <summary>Deciding about texts whose outcome Twilio can't tell.</summary>
    public const string MessagesDecide = "messages.decide";
    public const string QueueRead = "queue.read";

    /// <summary>Giving failed work back to its queue.</summary>
    public const string QueueRequeue = "queue.requeue";
    public const string SettingsRead = "settings.read";
    public const string SettingsEdit = "settings.edit";

    /// <summary>The limits that keep people from harm: second factor, log-off, approval, retention.</summary>
    public const string ProtectionEdit = "protection.edit";

    /// <summary>Ending the panic stop.</summary>
    public const string SendingResume = "sending.resume";
    public const string UsersRead = "users.read";
    public const string UsersManage = "users.manage";
    public const string ApiKeysManage = "api-keys.manage";
    public const string AuditRead = "audit.read";

    /// <summary>Making, changing and disabling owners.</summary>
    public const string OwnersManage = "owners.manage";

    public static IReadOnlyList<string> All { get; } =
    [
        PatientsRead, PatientsEdit, PatientsImport, PatientsExport, PatientsErase,
        CampaignsRead, CampaignsEdit, CampaignsSend, CampaignsStop, CampaignsApprove, MessagesDecide,
        QueueRead, QueueRequeue, SettingsRead, SettingsEdit, ProtectionEdit, SendingResume,
        UsersRead, UsersManage, ApiKeysManage, AuditRead, OwnersManage,
    ];

    /// <summary>
    /// What a key can be given. Approving takes a person, also by raising the limit above which it is needed; and what makes users and keys could make a key
    /// more than it is.
    /// </summary>
    public static IReadOnlyList<string> ForApiKeys { get; } = [.. All.Except([CampaignsApprove, ProtectionEdit, UsersManage, ApiKeysManage, OwnersManage])];

    /// <summary>What lets texts leave, now or by what it undoes. A test key has none of it where Twilio itself is connected.</summary>
    public static IReadOnlyList<string> Sending { get; } = [CampaignsSend, MessagesDecide, QueueRequeue, SettingsEdit, SendingResume];
}
