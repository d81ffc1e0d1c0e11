using Npgsql;

namespace LabsToGo.MigrationService.Commands;

/// <summary>One call of a command.</summary>
/// <param name="Administrator">Sees and changes all organizations.</param>
/// <param name="Arguments">Behind the command's name.</param>
/// <param name="Output">For the person who called.</param>
internal sealed record OperatorCall(NpgsqlDataSource Administrator, string[] Arguments, TextWriter Output);
