using Gateway.Simulator.Faults;

namespace Gateway.Simulator;

/// <summary>
/// How one simulator of the centre behaves. The defaults accept every caller, keep the book in memory and take a free port.
/// </summary>
public sealed class SimulatorOptions
{
    /// <summary>Port on 127.0.0.1, the only address it ever listens on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// JSON Lines file that keeps what was received over restarts; the files' bytes lie beside it in <c>FILE.files/</c>.
    /// Null: memory only.
    /// </summary>
    public string? BookPath { get; init; }

    /// <summary>Faults to play from the start; more can be added while it runs.</summary>
    public IReadOnlyList<SimulatorFault> Faults { get; init; } = [];

    /// <summary>Where in the answer of a create the id stands.</summary>
    public AnswerVariant AnswerVariant { get; init; }

    /// <summary>The exact <c>Authorization</c> header each central call must carry, else 401. Null accepts any or none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The exact <c>token</c> header each central call must carry, else 401. Null accepts any or none.</summary>
    public string? Token { get; init; }

    /// <summary>Most bytes of all files of one upload, else 413. Null takes any.</summary>
    /// <value>Default 2 MiB, as the public form says.</value>
    public long? UploadLimit { get; init; } = 2 * 1024 * 1024;

    /// <summary>Longest content of a create in characters, else 422. Null takes any.</summary>
    public int? ContentLimit { get; init; }

    /// <summary>Most rows of a page of a list of masters, whatever a caller asks for. Null gives as many as are asked for.</summary>
    public int? MasterPageSize { get; init; }

    /// <summary>Clock of everything it dates and every delay of a fault.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
