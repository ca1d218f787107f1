namespace Gateway.Core.Masters;

/// <summary>The lists of a centre that are read.</summary>
public enum MasterList
{
    /// <summary>Institutions, by whose ids complaints are addressed.</summary>
    Institutions,

    /// <summary>Answer templates.</summary>
    Templates,
}
