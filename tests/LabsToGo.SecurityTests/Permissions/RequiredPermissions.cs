using LabsToGo.Contracts.Http;

namespace LabsToGo.SecurityTests.Permissions;

/// <summary>What each endpoint shall need, said a second time: a slip in the Api's own word does not pass.</summary>
internal static class RequiredPermissions
{
    /// <summary>Signed in, and nothing more.</summary>
    public const string Anyone = "";

    /// <summary>Open, or protected by something else than a sign-in: says what.</summary>
    public static IReadOnlyDictionary<string, string> Open { get; } = new Dictionary<string, string>
    {
        ["POST /api/account/sign-in"] = "the password",
        ["POST /api/account/refresh"] = "the refresh token",
        ["POST /api/account/sign-out"] = "the refresh token",
        ["POST /api/account/password-link"] = "the link's token",
        ["GET /.well-known/jwks.json"] = "public by its nature",
        ["POST /twilio/{organizationId}/status/{messageId}"] = "Twilio's signature",
        ["POST /twilio/inbound"] = "Twilio's signature",
    };

    public static IReadOnlyDictionary<string, string> Needed { get; } = new Dictionary<string, string>
    {
        ["GET /api/account/me"] = Anyone,
        ["GET /api/account/roles"] = Anyone,
        ["POST /api/account/password"] = Anyone,
        ["GET /api/account/sessions"] = Anyone,
        ["POST /api/account/sessions/{id}/end"] = Anyone,
        ["POST /api/account/sessions/end-others"] = Anyone,
        ["GET /api/users"] = Permission.UsersRead,
        ["POST /api/users"] = Permission.UsersManage,
        ["PUT /api/users/{id}"] = Permission.UsersManage,
        ["POST /api/users/{id}/password-link"] = Permission.UsersManage,
        ["POST /api/users/{id}/disable"] = Permission.UsersManage,
        ["POST /api/users/{id}/enable"] = Permission.UsersManage,
        ["POST /api/patients/search"] = Permission.PatientsRead,
        ["GET /api/patients/{id}"] = Permission.PatientsRead,
        ["GET /api/patients/{id}/consent"] = Permission.PatientsRead,
        ["GET /api/patients/{id}/replies"] = Permission.PatientsRead,
        ["POST /api/patients"] = Permission.PatientsEdit,
        ["PUT /api/patients/{id}"] = Permission.PatientsEdit,
        ["POST /api/patients/{id}/consent"] = Permission.PatientsEdit,
        ["GET /api/patients/imports"] = Permission.PatientsRead,
        ["GET /api/patients/imports/{id}"] = Permission.PatientsRead,
        ["GET /api/patients/imports/{id}/errors"] = Permission.PatientsRead,
        ["GET /api/patients/imports/{id}/errors.csv"] = Permission.PatientsRead,
        ["POST /api/patients/imports"] = Permission.PatientsImport,
        ["PUT /api/patients/imports/{id}/file"] = Permission.PatientsImport,
        ["GET /api/campaigns"] = Permission.CampaignsRead,
        ["GET /api/campaigns/{id}"] = Permission.CampaignsRead,
        ["GET /api/campaigns/{id}/live"] = Permission.CampaignsRead,
        ["GET /api/campaigns/template-fields"] = Permission.CampaignsRead,
        ["POST /api/campaigns/{id}/messages/search"] = Permission.CampaignsRead,
        ["POST /api/campaigns/audience"] = Permission.CampaignsRead,
        ["POST /api/campaigns/preview"] = Permission.CampaignsRead,
        ["POST /api/campaigns"] = Permission.CampaignsEdit,
        ["PUT /api/campaigns/{id}"] = Permission.CampaignsEdit,
        ["DELETE /api/campaigns/{id}"] = Permission.CampaignsEdit,
        ["POST /api/campaigns/{id}/start"] = Permission.CampaignsSend,
        ["POST /api/campaigns/{id}/resume"] = Permission.CampaignsSend,
        ["POST /api/campaigns/{id}/pause"] = Permission.CampaignsStop,
        ["POST /api/campaigns/{id}/cancel"] = Permission.CampaignsStop,
        ["POST /api/campaigns/{id}/messages/{messageId}/decision"] = Permission.MessagesDecide,
        ["POST /api/campaigns/{id}/messages/decisions"] = Permission.MessagesDecide,
        ["GET /api/live"] = Permission.CampaignsRead,
        ["GET /api/dashboard"] = Permission.CampaignsRead,
        ["GET /queue/status"] = Permission.QueueRead,
        ["GET /api/queue/errors/{queue}"] = Permission.QueueRequeue,
        ["POST /api/queue/errors/{queue}/requeue"] = Permission.QueueRequeue,
        ["GET /api/organization"] = Permission.SettingsRead,
        ["PUT /api/organization"] = Permission.SettingsEdit,
        ["POST /api/organization/stop"] = Permission.CampaignsStop,
        ["POST /api/organization/resume"] = Permission.SendingResume,
        ["GET /api/senders"] = Permission.SettingsRead,
        ["POST /api/senders"] = Permission.SettingsEdit,
        ["PUT /api/senders/{id}"] = Permission.SettingsEdit,
        ["POST /api/senders/{id}/pause"] = Permission.SettingsEdit,
        ["POST /api/senders/{id}/resume"] = Permission.SettingsEdit,
        ["POST /api/audit/search"] = Permission.AuditRead,
        ["POST /api/audit/verify"] = Permission.AuditRead,
    };
}
