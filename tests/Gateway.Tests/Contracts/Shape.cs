using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gateway.Contracts;

namespace Gateway.Tests.Contracts;

/// <summary>The fields of a type and of a schema in the same few words, so that they can be held equal.</summary>
internal static class Shape
{
    public static SortedDictionary<string, string> Of(Type type)
    {
        var shape = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            var nullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
            shape[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Words(property.PropertyType) + (nullable ? " or null" : "");
        }
        return shape;
    }

    public static SortedDictionary<string, string> Of(JsonNode schema)
    {
        var shape = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, property) in schema["properties"]!.AsObject()) shape[name] = Words(property!);
        return shape;
    }

    /// <summary>True when the schema asks for every field and takes no other.</summary>
    public static bool IsClosed(JsonNode schema) =>
        schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False
        && schema["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal)
            .SequenceEqual(schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));

    private static string Words(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long)) return "integer";
        if (type == typeof(DateOnly)) return "date";
        if (type == typeof(DateTimeOffset)) return "date-time";
        if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, ContractJson.Options)));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return "array of " + Words(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return "map to " + Words(type.GetGenericArguments()[1]);
        return type.Name.ToLowerInvariant();
    }

    private static string Words(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference) return reference.Split('/')[^1].Split('.')[0].ToLowerInvariant();
        if (schema["enum"] is JsonArray values)
            return "one of " + string.Join(", ", values.Where(value => value is not null)) + (values.Contains(null) ? " or null" : "");
        var types = schema["type"] is JsonArray several ? several.Select(type => (string)type!).ToList() : [(string)schema["type"]!];
        var words = types[0] switch
        {
            "string" => (string?)schema["format"] ?? "string",
            "array" => "array of " + Words(schema["items"]!),
            "object" => "map to " + Words(schema["additionalProperties"]!),
            var other => other,
        };
        return words + (types.Contains("null") ? " or null" : "");
    }
}
