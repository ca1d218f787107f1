namespace Gateway.Tests.Support;

/// <summary>The usual acts of a <see cref="ScriptedServer"/>.</summary>
internal static class Acts
{
    /// <summary>Accepts and neither reads nor says anything.</summary>
    public static ServerAct Silence { get; } = connection => connection.StaySilentAsync();

    /// <summary>Resets the connection before it reads anything.</summary>
    public static ServerAct ResetBeforeReading { get; } = connection =>
    {
        connection.Reset();
        return Task.CompletedTask;
    };

    /// <summary>Reads a request and resets the connection.</summary>
    public static ServerAct ResetAfterReading { get; } = async connection =>
    {
        await connection.ReadAsync();
        connection.Reset();
    };

    /// <summary>Reads a request and never answers.</summary>
    public static ServerAct ReadThenSilence { get; } = async connection =>
    {
        await connection.ReadAsync();
        await connection.StaySilentAsync();
    };

    /// <summary>Reads the head of a request, says 413 and closes.</summary>
    public static ServerAct TooLargeAndClose { get; } = async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.RespondAsync(413, "", "text/plain", "Connection: close");
    };

    /// <summary>Answers every request of the connection alike.</summary>
    public static ServerAct Respond(int status, string body, string type = "application/json", params string[] headers) => async connection =>
    {
        while (true)
        {
            await connection.ReadAsync();
            await connection.RespondAsync(status, body, type, headers);
        }
    };

    /// <summary>Answers one request, reads the next on the same connection and resets it.</summary>
    public static ServerAct RespondThenDie(string body) => async connection =>
    {
        await connection.ReadAsync();
        await connection.RespondAsync(200, body);
        await connection.ReadAsync();
        connection.Reset();
    };
}
