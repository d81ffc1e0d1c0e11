using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>The demo's texts may leave at no hour of the week, until it is disposed.</summary>
internal sealed class ClosedHours(Stack stack) : IAsyncDisposable
{
    public static async Task<ClosedHours> SetAsync(Stack stack)
    {
        await SetAsync(stack, "array_fill(0::smallint, array[7])");
        return new ClosedHours(stack);
    }

    public async ValueTask DisposeAsync() => await SetAsync(stack, "array_fill(1440::smallint, array[7])");

    private static Task<object?> SetAsync(Stack stack, string closes) =>
        stack.SqlAsync($"update organizations set opens = array_fill(0::smallint, array[7]), closes = {closes} where name = 'Labs To Go Demo'");
}
