namespace Gateway.Tests.Architecture;

/// <summary>Samples that break the rules of the house, so that each rule proves that it can fail.</summary>
internal static class Canary
{
    public static SourceFile Source(string path, string text) => new(path, text);

    public static ProjectFile Project(string name, string items, string sdk = "Microsoft.NET.Sdk") =>
        ProjectFile.Parse(new SourceFile($"canary/{name}/{name}.csproj", $"<Project Sdk=\"{sdk}\"><ItemGroup>{items}</ItemGroup></Project>"));

    public static string Reference(string project) => $"""<ProjectReference Include="..\..\src\{project}\{project}.csproj" />""";

    public static string Package(string package) => $"""<PackageReference Include="{package}" />""";
}
