using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> entity)
    {
        entity.ToTable("messages");
        entity.Property(message => message.Id).ValueGeneratedNever();
        entity.Property(message => message.Phone).HasMaxLength(16).UseCollation("C");
        entity.Property(message => message.TimeZone).HasMaxLength(64);
        entity.Property(message => message.Body).HasMaxLength(1600);
        entity.Property(message => message.Status).IsStoredEnum();
        entity.HasStoredEnumCheck<Message, MessageStatus>("status");
        entity.Property(message => message.Reason).HasMaxLength(400);
        entity.Property(message => message.ProviderSid).HasMaxLength(34);
        entity.Property(message => message.History).HasColumnType("jsonb").HasDefaultValueSql("'{}'");

        entity.HasIndex(message => new { message.CampaignId, message.PatientId }).IsUnique();

        // The dispatcher walks this one; finished rows are not in it.
        entity.HasIndex(message => new { message.CampaignId, message.SenderId, message.DueAt, message.Id }).HasFilter("due_at is not null");

        // The sweeper's: claims whose time is over and outcomes that are open.
        entity.HasIndex(message => message.LeaseUntil).HasFilter("lease_until is not null");

        // What staff look for: the rows that did not go the usual way.
        entity.HasIndex(message => new { message.CampaignId, message.Status, message.PatientId })
            .HasFilter("status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')");

        // No foreign keys to patients and senders: rows outlive patients, and a look-up per planned row would be paid for nothing.
        entity.HasOne<Campaign>().WithMany().HasForeignKey(message => message.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
