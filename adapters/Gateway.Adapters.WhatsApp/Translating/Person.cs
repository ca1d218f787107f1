namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>What is open of one sender while a chat is read.</summary>
internal sealed class Person
{
    /// <summary>The last matter, which a lone picture or "gimana pak" may still join.</summary>
    public MessageGroup? Matter { get; set; }

    /// <summary>The messages being gathered now; of them is not known yet whether they join <see cref="Matter"/>.</summary>
    public MessageGroup? Current { get; set; }

    public bool IsDone => Matter is null && Current is null;
}
