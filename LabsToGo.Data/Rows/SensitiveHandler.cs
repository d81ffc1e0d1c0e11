using System.Data;
using Dapper;
using LabsToGo.Domain.Privacy;

namespace LabsToGo.Data.Rows;

internal sealed class SensitiveHandler : SqlMapper.TypeHandler<Sensitive>
{
    public override Sensitive Parse(object value) => (string)value;

    public override void SetValue(IDbDataParameter parameter, Sensitive value) => parameter.Value = value.Reveal();
}
