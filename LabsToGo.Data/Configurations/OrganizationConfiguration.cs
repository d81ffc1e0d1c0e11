using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> entity)
    {
        entity.ToTable("organizations", table => table.HasCheckConstraint("ck_organizations_hours", "cardinality(opens) = 7 and cardinality(closes) = 7"));
        entity.Property(organization => organization.Id).ValueGeneratedNever();
        entity.Ignore(organization => organization.IsSendingStopped);
        entity.Property(organization => organization.Name).HasMaxLength(120);
        entity.Property(organization => organization.TimeZone).HasMaxLength(64);
        entity.Property(organization => organization.HelpText).HasMaxLength(320);
        // Of rows that were there before.
        entity.Property(organization => organization.LogOffMinutes).HasDefaultValueSql("15").ValueGeneratedNever();
        entity.Property(organization => organization.ApprovalAbove).HasDefaultValueSql("5000").ValueGeneratedNever();
        entity.Property(organization => organization.MessageRetentionDays).HasDefaultValueSql("90").ValueGeneratedNever();
        entity.Property(organization => organization.AuditRetentionYears).HasDefaultValueSql("6").ValueGeneratedNever();
        entity.Property(organization => organization.PauseAboveFailedPercent).HasDefaultValueSql("20").ValueGeneratedNever();
        entity.Property(organization => organization.PauseAboveFilteredPercent).HasDefaultValueSql("2").ValueGeneratedNever();
        entity.Property(organization => organization.PauseAboveOptedOutPercent).HasDefaultValueSql("5").ValueGeneratedNever();
    }
}
