namespace Gateway.Server.Doctor;

/// <summary>One line of the doctor.</summary>
/// <param name="Good">False when somebody must do something.</param>
/// <param name="Code">Stable key of the words, for scripts.</param>
/// <param name="Text">What is so, with which value, and what to do.</param>
/// <param name="Warns">Nothing is broken, but somebody should know.</param>
internal sealed record Finding(bool Good, string Code, string Text, bool Warns = false)
{
    /// <summary>How its line begins.</summary>
    public string Mark => !Good ? "!! " : Warns ? "?  " : "ok ";
}
