using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Messages;

namespace LabsToGo.MigrationService;

/// <summary>The legal moves of a message for the trigger that refuses all others, made from <see cref="MessageMoves"/>.</summary>
internal static class MessageMoveTable
{
    public static string Sql { get; } =
        $"""
        create table if not exists message_moves (
            from_status varchar(20) not null,
            to_status varchar(20) not null,
            primary key (from_status, to_status)
        );
        delete from message_moves;
        insert into message_moves (from_status, to_status) values {string.Join(", ", Rows())};
        grant select on message_moves to {DatabaseRoles.Api}, {DatabaseRoles.Service};
        """;

    private static IEnumerable<string> Rows() => MessageMoves.Legal.SelectMany(from => from.Value.Select(to => $"('{from.Key.Stored()}', '{to.Stored()}')"));
}
