using LabsToGo.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class PasswordLinkConfiguration : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> entity)
    {
        entity.ToTable("password_links");
        entity.Property(link => link.Id).ValueGeneratedNever();
        entity.Property(link => link.Hash).HasMaxLength(32);
        entity.HasIndex(link => link.Hash).IsUnique();
        entity.HasOne<User>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
