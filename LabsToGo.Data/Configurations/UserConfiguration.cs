using LabsToGo.Data.Accounts;
using LabsToGo.Domain.Accounts;
using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("users");
        entity.Property(user => user.Name).HasMaxLength(120);
        entity.Property(user => user.Role).IsStoredEnum();
        entity.HasStoredEnumCheck<User, Role>("role");
        entity.HasOne<Organization>().WithMany().HasForeignKey(user => user.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
