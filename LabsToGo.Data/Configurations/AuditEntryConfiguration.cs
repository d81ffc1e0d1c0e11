using LabsToGo.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.ToTable("audit_entries");
        entity.HasKey(entry => new { entry.OrganizationId, entry.Number });
        entity.Property(entry => entry.Number).ValueGeneratedNever();
        entity.Property(entry => entry.Hash).HasMaxLength(32);
        entity.Property(entry => entry.Actor).HasMaxLength(120);
        // A prefix is a range, as row-level security lets no other search for it ride on the index.
        entity.Property(entry => entry.Action).HasMaxLength(60).UseCollation("C");
        entity.Property(entry => entry.Outcome).HasMaxLength(60);
        entity.Property(entry => entry.TraceId).HasMaxLength(32);
        entity.HasIndex(entry => new { entry.OrganizationId, entry.SubjectId, entry.Number });
        entity.HasIndex(entry => new { entry.OrganizationId, entry.ActorId, entry.Number });
        entity.HasIndex(entry => new { entry.OrganizationId, entry.Action, entry.Number });
        entity.HasIndex(entry => new { entry.OrganizationId, entry.At });
    }
}
