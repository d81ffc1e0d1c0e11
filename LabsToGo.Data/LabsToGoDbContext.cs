using LabsToGo.Data.Accounts;
using LabsToGo.Data.Auditing;
using LabsToGo.Data.Consent;
using LabsToGo.Data.Idempotency;
using LabsToGo.Data.Reaching;
using LabsToGo.Data.Workers;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Files;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Senders;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Data;

/// <summary>The whole model. Under the <c>api</c> role Postgres shows it only the rows of the organization that the connection was opened for.</summary>
public sealed class LabsToGoDbContext(DbContextOptions<LabsToGoDbContext> options) : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<PatientImport> PatientImports => Set<PatientImport>();

    public DbSet<PatientImportError> PatientImportErrors => Set<PatientImportError>();

    public DbSet<PatientImportChange> PatientImportChanges => Set<PatientImportChange>();

    public DbSet<ImportLayout> ImportLayouts => Set<ImportLayout>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<ConsentEvent> ConsentEvents => Set<ConsentEvent>();

    public DbSet<Sender> Senders => Set<Sender>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignCounters> CampaignCounters => Set<CampaignCounters>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<NotableMessage> NotableMessages => Set<NotableMessage>();

    public DbSet<Reply> Replies => Set<Reply>();

    public DbSet<WorkerHeartbeat> WorkerHeartbeats => Set<WorkerHeartbeat>();

    /// <summary>
    /// What the ledger says of a number now: one row, or none where nothing was ever said. It is the SQL function <c>current_consent</c>, whoever asks.
    /// </summary>
    public IQueryable<CurrentConsent> CurrentConsent(Guid organizationId, string phone) => FromExpression(() => CurrentConsent(organizationId, phone));

    /// <summary>What counts again when a number's hold ends as if it had not been: one row. It is the SQL function <c>consent_before_hold</c>.</summary>
    public IQueryable<CurrentConsent> ConsentBeforeHold(Guid organizationId, string phone) => FromExpression(() => ConsentBeforeHold(organizationId, phone));

    /// <summary>Why a number is not texted although it has a consent: one row, or none where it is. It is the SQL function <c>unreachable</c>.</summary>
    public IQueryable<Unreachable> Unreachable(Guid organizationId, string phone) => FromExpression(() => Unreachable(organizationId, phone));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDbFunction(() => CurrentConsent(default, default!)).HasName("current_consent");
        builder.HasDbFunction(() => ConsentBeforeHold(default, default!)).HasName("consent_before_hold");
        builder.HasDbFunction(() => Unreachable(default, default!)).HasName("unreachable");
        builder.ApplyConfigurationsFromAssembly(typeof(LabsToGoDbContext).Assembly);
    }
}
