using YamlDotNet.RepresentationModel;

namespace Gateway.Tests.Simulator;

/// <summary>contracts/sp4n-lapor.openapi.yaml, read as plain YAML.</summary>
internal sealed class ContractFile
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    private readonly YamlMappingNode root;

    private ContractFile(YamlMappingNode root) => this.root = root;

    /// <summary>Each call as "POST /complaints/complaint".</summary>
    public IReadOnlyList<string> Calls => Child(root, "paths").Children
        .SelectMany(path => ((YamlMappingNode)path.Value).Children.Keys
            .Select(method => method.ToString())
            .Where(Methods.Contains)
            .Select(method => $"{method.ToUpperInvariant()} {path.Key}"))
        .ToList();

    public YamlMappingNode Schemas => Child(Child(root, "components"), "schemas");

    public IReadOnlyList<string> SubmitFields => Keys("components", "schemas", "Submit", "properties");

    public IReadOnlyList<string> FollowUpFields =>
        Keys("paths", "/complaints/followup/add", "post", "requestBody", "content", "multipart/form-data", "schema", "properties");

    /// <summary>Every reference inside the file, as "#/components/...".</summary>
    public IReadOnlyList<string> References => ValuesOf("$ref");

    /// <summary>Every value of x-certainty.</summary>
    public IReadOnlyList<string> Certainties => ValuesOf("x-certainty");

    public static ContractFile Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln")))
            folder = folder.Parent;
        using var text = File.OpenText(Path.Combine(folder!.FullName, "contracts", "sp4n-lapor.openapi.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return new ContractFile((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    /// <summary>True when something stands at the path, "#/components/schemas/Submit".</summary>
    public bool Has(string reference) => reference.Split('/').Skip(1).Aggregate(
        (YamlNode?)root,
        (node, name) => node is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(name)) ? map[name] : null) is not null;

    private List<string> ValuesOf(string key) => root.AllNodes.OfType<YamlMappingNode>()
        .SelectMany(node => node.Children)
        .Where(pair => pair.Key.ToString() == key)
        .Select(pair => pair.Value.ToString())
        .ToList();

    private List<string> Keys(params string[] path) =>
        path.Aggregate(root, Child).Children.Keys.Select(key => key.ToString()).ToList();

    private static YamlMappingNode Child(YamlMappingNode node, string name) => (YamlMappingNode)node.Children[new YamlScalarNode(name)];
}
