using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Enums and reasons as text, in the same words as the contract's JSON.</summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Known<TEnum>.Texts[value];

    public static string? Of<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } known ? Of(known) : null;

    public static TEnum To<TEnum>(string text) where TEnum : struct, Enum => Known<TEnum>.Values.TryGetValue(text, out var value) ? value : throw NewerRowException.Of(typeof(TEnum).Name, text);

    public static TEnum? ToOptional<TEnum>(string? text) where TEnum : struct, Enum => text is null ? null : To<TEnum>(text);

    public static string Of(IReadOnlyList<Reason> reasons) =>
        reasons.Count == 0 ? "[]" : JsonSerializer.Serialize(reasons, ContractJson.Options);

    public static IReadOnlyList<Reason> ToReasons(string text) =>
        text == "[]" ? [] : JsonSerializer.Deserialize<List<Reason>>(text, ContractJson.Options)!;

    private static class Known<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Texts =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, ContractJson.Options).GetString()!);

        public static readonly Dictionary<string, TEnum> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
