using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Api.Errors;

internal static class UniqueViolations
{
    /// <summary>For an exception filter: the database alone can tell, when two people save at once, that the second one is too late.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
