namespace LabsToGo.Testing;

/// <summary>For what happens soon, but not at once.</summary>
public static class Eventually
{
    /// <param name="otherwise">Says how far it came, or what did not happen.</param>
    /// <exception cref="TimeoutException">It did not come to that in time.</exception>
    public static async Task IsAsync(Func<Task<bool>> condition, Func<string> otherwise, int seconds = 20)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(seconds); !await condition(); await Task.Delay(100))
        {
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException(otherwise());
        }
    }

    /// <summary>What a server answers that is away for the moment.</summary>
    /// <exception cref="HttpRequestException">It was away for longer.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> get, int seconds = 20)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(seconds); ; await Task.Delay(200))
        {
            try
            {
                return await get();
            }
            catch (HttpRequestException) when (DateTime.UtcNow < deadline)
            {
            }
        }
    }
}
