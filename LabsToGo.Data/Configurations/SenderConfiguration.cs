using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Senders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class SenderConfiguration : IEntityTypeConfiguration<Sender>
{
    public void Configure(EntityTypeBuilder<Sender> entity)
    {
        entity.ToTable("senders");
        entity.Property(sender => sender.Id).ValueGeneratedNever();
        entity.Property(sender => sender.Phone).HasMaxLength(16);
        entity.Property(sender => sender.Label).HasMaxLength(60);
        entity.Property(sender => sender.Status).IsStoredEnum();
        entity.HasStoredEnumCheck<Sender, SenderStatus>("status");
        entity.Property(sender => sender.PauseReason).HasMaxLength(400);
        // Of rows that were there before.
        entity.Property(sender => sender.AnswersKeywords).HasDefaultValueSql("false").ValueGeneratedNever();
        entity.Property(sender => sender.RepliesReadUntil).HasDefaultValueSql("now()");

        // A number is one tenant's at a time: its replies are told apart by it alone.
        entity.HasIndex(sender => sender.Phone).IsUnique().HasFilter("status <> 'retired'");
        entity.HasIndex(sender => new { sender.OrganizationId, sender.Phone }).IsUnique();
    }
}
