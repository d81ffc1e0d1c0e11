using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>Collects the names that a template reads but neither makes itself nor has from the language.</summary>
internal sealed class UsedNames : ScriptVisitor
{
    /// <summary>
    /// Liquid's own filters and constants. What else Scriban knows is none of it: a pattern of <c>regex</c> may run for seconds for each patient,
    /// <c>object.eval</c> is another language, <c>include</c> reads files.
    /// </summary>
    private static readonly HashSet<string> Language =
    [
        "blank", "empty",
        .. new LiquidTemplateContext().BuiltinObject
            .Where(builtin => builtin.Value is IScriptCustomFunction and not IScriptObject)
            .Select(builtin => builtin.Key)
            .Except(["include", "include_join", "try_liquid_to_scriban"]),
    ];

    private readonly HashSet<string> _own = [];

    private readonly List<string> _read = [];

    public IEnumerable<string> Foreign => _read.Where(name => !_own.Contains(name) && !Language.Contains(name)).Distinct();

    public override void Visit(ScriptVariableGlobal node) => _read.Add(node.Name);

    public override void Visit(ScriptAssignExpression node)
    {
        if (node.Target is ScriptVariable variable)
            _own.Add(variable.Name);
        base.Visit(node);
    }

    public override void Visit(ScriptCaptureStatement node)
    {
        if (node.Target is ScriptVariable variable)
            _own.Add(variable.Name);
        base.Visit(node);
    }

    public override void Visit(ScriptForStatement node)
    {
        if (node.Variable is ScriptVariable variable)
            _own.Add(variable.Name);
        base.Visit(node);
    }

    // The name of a member is no variable.
    public override void Visit(ScriptMemberExpression node) => Visit(node.Target);
}
