namespace Gateway.Tests.Support;

/// <summary>What a <see cref="ScriptedServer"/> does with one connection.</summary>
internal delegate Task ServerAct(ScriptedConnection connection);
