using Gateway.Core.Forwarding;

namespace Gateway.Core.Operations;

/// <summary>What the delivery journal says of the creates of one complaint since a backup was made.</summary>
/// <param name="InDoubt">One may have reached the centre, and no number came back.</param>
/// <param name="CentralId">The number that came back; null when none did.</param>
public sealed record CreateSince(bool InDoubt, string? CentralId)
{
    /// <summary>What is in doubt is whether its words stand as a follow-up at this complaint; null when it is its own create.</summary>
    public string? FollowUpOf { get; init; }

    /// <summary>A person began to bring a number for it, and the journal does not say which.</summary>
    public bool IsTypedInDoubt { get; init; }

    /// <summary>Two journals give two numbers, so that neither counts, whatever a third one says.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>Where it was handed on to, in order.</summary>
    public IReadOnlyList<HandOnSince> HandOns { get; init; } = [];

    /// <summary>Of what may be at the centre of a complaint. Whether the parts of one that was split since went, a person must see.</summary>
    public static CreateSince Of(string number, IReadOnlyList<JournaledCreate> creates)
    {
        bool IsProved(JournaledCreate create) => create is { CentralId: not null, Origin: null } && create.Number == number;
        var last = creates.LastOrDefault();
        return new CreateSince(!creates.All(IsProved), creates.LastOrDefault(IsProved)?.CentralId)
        {
            FollowUpOf = last?.Origin == number ? last.Number : null,
            IsTypedInDoubt = creates.Any(create => create is { ByHand: true, CentralId: null }),
        };
    }

    /// <summary>Of what the journals of two nodes say. The lines of one cannot clear up what the other left in doubt: their clocks may differ.</summary>
    public static CreateSince Both(CreateSince one, CreateSince other)
    {
        var isContradicted = one.IsContradicted || other.IsContradicted || (one.CentralId is not null && other.CentralId is not null && one.CentralId != other.CentralId);
        return new(one.InDoubt || other.InDoubt || isContradicted, isContradicted ? null : one.CentralId ?? other.CentralId)
        {
            IsContradicted = isContradicted,
            FollowUpOf = one.FollowUpOf ?? other.FollowUpOf,
            IsTypedInDoubt = one.IsTypedInDoubt || other.IsTypedInDoubt,
            HandOns = [.. one.HandOns.Concat(other.HandOns).OrderBy(handOn => handOn.At)],
        };
    }
}
