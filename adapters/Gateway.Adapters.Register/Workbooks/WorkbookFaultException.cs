using Gateway.Contracts;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>A workbook that is damaged, or larger than any register. Never leaves this room: it becomes a reason.</summary>
internal sealed class WorkbookFaultException(string code, string? detail = null) : Exception(code)
{
    public Reason Reason => new(Message, detail);

    /// <summary>What the framework throws for bytes that are no proper zip or XML, as a reason; null for anything else.</summary>
    public static Reason? Of(Exception thrown) => thrown switch
    {
        WorkbookFaultException fault => fault.Reason,
        System.Xml.XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException
            => new Reason("workbook-damaged"),
        _ => null,
    };
}
