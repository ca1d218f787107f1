using System.Text;
using System.Xml;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>Walks the XML of a workbook forward: no document type, no entity, nothing fetched from elsewhere, no bottomless nesting.</summary>
internal sealed class WorkbookXml : IDisposable
{
    private const int Deepest = 64;

    // Excel holds 32,767 characters in a cell.
    private const int LongestText = 1 << 17;

    private readonly XmlReader _xml;
    private readonly StringBuilder _text = new();
    private readonly char[] _piece = new char[4096];

    public WorkbookXml(Stream part, Action<long> reached) => _xml = XmlReader.Create(new GuardedXmlStream(part, reached), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new BoundedNames(),
    });

    /// <summary>Name of the element at which the reader stands, without its prefix.</summary>
    public string Name => _xml.LocalName;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement || (IsStart && _xml.IsEmptyElement);

    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public bool Read()
    {
        if (!_xml.Read()) return false;
        if (_xml.Depth > Deepest) throw new WorkbookFaultException("workbook-damaged");
        return true;
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    public bool Flag(string name) => Attribute(name) is "1" or "true";

    /// <summary>An attribute whatever its namespace's prefix is, for <c>r:id</c>.</summary>
    public string? AttributeNamed(string localName)
    {
        string? found = null;
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == localName && _xml.Prefix.Length > 0) found = _xml.Value;
        }

        _xml.MoveToElement();
        return found;
    }

    /// <summary>The text of the element at which the reader stands, of its descendants those called <c>t</c> only, without readings aids.</summary>
    public string Text()
    {
        _text.Clear();
        if (IsEnd) return "";
        var depth = _xml.Depth;
        var isOutside = 0;
        var isPlain = _xml.LocalName is "v" or "t";
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType == XmlNodeType.EndElement)
            {
                if (Name == "rPh") isOutside--;
                isPlain = false;
            }
            else if (IsStart)
            {
                if (Name == "rPh" && !IsEnd) isOutside++;
                isPlain = Name == "t" && !IsEnd;
            }
            else if (IsText && isPlain && isOutside == 0)
            {
                Append();
            }
        }

        return Unescaped(_text.ToString());
    }

    public void Dispose() => _xml.Dispose();

    private void Append()
    {
        int count;
        while ((count = _xml.ReadValueChunk(_piece, 0, _piece.Length)) > 0)
        {
            _text.Append(_piece, 0, count);
            if (_text.Length > LongestText) throw new WorkbookFaultException("workbook-too-large");
        }
    }

    // Excel writes what XML cannot hold as _x000D_.
    private static string Unescaped(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0 && at + 7 <= text.Length)
        {
            var isEscape = text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out _);
            if (isEscape)
            {
                kept.Append(text, from, at - from).Append((char)Convert.ToUInt16(text.Substring(at + 2, 4), 16));
                from = at + 7;
            }

            at = text.IndexOf("_x", isEscape ? from : at + 2, StringComparison.Ordinal);
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }
}
