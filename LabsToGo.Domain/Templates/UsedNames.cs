using Scriban;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>Collects the names that a template reads but neither makes itself nor has from the language.</summary>
internal sealed class UsedNames : ScriptVisitor
{
    private static readonly LiquidTemplateContext Language = new();

    private readonly HashSet<string> own = [];

    private readonly List<string> read = [];

    public IEnumerable<string> Foreign => read.Where(name => !own.Contains(name) && !Language.BuiltinObject.Contains(name)).Distinct();

    public override void Visit(ScriptVariableGlobal node) => read.Add(node.Name);

    public override void Visit(ScriptAssignExpression node)
    {
        if (node.Target is ScriptVariable variable)
            own.Add(variable.Name);
        base.Visit(node);
    }

    public override void Visit(ScriptCaptureStatement node)
    {
        if (node.Target is ScriptVariable variable)
            own.Add(variable.Name);
        base.Visit(node);
    }

    public override void Visit(ScriptForStatement node)
    {
        if (node.Variable is ScriptVariable variable)
            own.Add(variable.Name);
        base.Visit(node);
    }

    // The name of a member is no variable.
    public override void Visit(ScriptMemberExpression node) => Visit(node.Target);
}
