using System.Xml;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>The names an XML reader remembers for ever, of which a workbook has some hundred and an attack has millions.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 20_000;

    private int _count;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known) return known;
        Count();
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        if (Get(key) is { } known) return known;
        Count();
        return base.Add(key);
    }

    private void Count()
    {
        if (++_count > Most) throw new WorkbookFaultException("workbook-too-large");
    }
}
