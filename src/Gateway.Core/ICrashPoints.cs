namespace Gateway.Core;

/// <summary>Told at each named point of the walk. In service it does nothing; in a test it ends the process or the simulated node there.</summary>
public interface ICrashPoints
{
    void Reach(CrashPoint point);
}
