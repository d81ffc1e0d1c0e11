using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>Collects the names that a template reads but neither makes itself nor has from the language.</summary>
internal sealed class UsedNames : ScriptVisitor
{
    /// <summary>
    /// Liquid's own filters. What else Scriban knows is none of it: a pattern of <c>regex</c> may run for seconds for each patient, <c>object.eval</c> is
    /// another language, <c>include</c> reads files. A filter is no value either, or what a program is made of could be reached through it.
    /// </summary>
    private static readonly HashSet<string> Filters =
    [
        DateFilter.Name,
        .. new LiquidTemplateContext().BuiltinObject
            .Where(builtin => builtin.Value is IScriptCustomFunction and not IScriptObject)
            .Select(builtin => builtin.Key)
            .Except(["include", "include_join", "try_liquid_to_scriban"]),
    ];

    private static readonly HashSet<string> Values = ["blank", "empty", "nil", .. TemplateFields.All.Select(field => field.Name)];

    private readonly HashSet<string> _own = [];

    private readonly List<string> _read = [], _called = [];

    public IEnumerable<string> Foreign =>
        _read.Where(name => !_own.Contains(name) && !Values.Contains(name)).Concat(_called.Where(name => !Filters.Contains(name))).Distinct();

    public override void Visit(ScriptVariableGlobal node) => _read.Add(node.Name);

    public override void Visit(ScriptPipeCall node)
    {
        Visit(node.From);
        if (node.To is ScriptVariableGlobal filter)
            _called.Add(filter.Name);
        else
            Visit(node.To);
    }

    public override void Visit(ScriptFunctionCall node)
    {
        if (node.Target is not ScriptVariableGlobal filter)
        {
            base.Visit(node);
            return;
        }
        _called.Add(filter.Name);
        foreach (var argument in node.Arguments)
            Visit(argument);
    }

    // Its name is the language's, as in "limit: 2".
    public override void Visit(ScriptNamedArgument node) => Visit(node.Value);

    public override void Visit(ScriptAssignExpression node)
    {
        Owns(node.Target);
        base.Visit(node);
    }

    public override void Visit(ScriptCaptureStatement node)
    {
        Owns(node.Target);
        base.Visit(node);
    }

    public override void Visit(ScriptForStatement node)
    {
        Owns(node.Variable);
        base.Visit(node);
    }

    // The name of a member is no variable, and Scriban says "for" to Liquid's forloop.
    public override void Visit(ScriptMemberExpression node)
    {
        if (node.Target is not ScriptVariableGlobal { Name: "for" })
            Visit(node.Target);
    }

    private void Owns(ScriptExpression? target)
    {
        if (target is ScriptVariable variable)
            _own.Add(variable.Name);
    }
}
