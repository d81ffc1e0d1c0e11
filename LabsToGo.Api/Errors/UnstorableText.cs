using Npgsql;

namespace LabsToGo.Api.Errors;

internal static class UnstorableText
{
    /// <summary>Postgres has no zero byte in a text (22021, and 22P05 within JSON); it is the one character that every field would have to check for.</summary>
    public static bool IsUnstorableText(this Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
        || exception.InnerException?.IsUnstorableText() == true;
}
