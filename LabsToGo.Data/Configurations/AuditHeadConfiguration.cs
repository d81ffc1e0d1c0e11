using LabsToGo.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> entity)
    {
        entity.ToTable("audit_heads");
        entity.HasKey(head => head.OrganizationId);
        entity.Property(head => head.OrganizationId).ValueGeneratedNever();
        entity.Property(head => head.Hash).HasMaxLength(32);
    }
}
