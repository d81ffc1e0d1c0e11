using System.Data;
using Dapper;

namespace LabsToGo.Data.Rows;

/// <summary>A <c>timestamptz</c> is a moment, whatever clock shows it.</summary>
internal sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override DateTimeOffset Parse(object value) => value is DateTime utc ? new DateTimeOffset(utc) : (DateTimeOffset)value;

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value;
}
