namespace Gateway.Adapters.Email.Reading;

/// <summary>What the label of a form field asks for.</summary>
internal enum FormField
{
    /// <summary>A label known to nobody here; its words stay with the complaint.</summary>
    Other,
    Name,
    Email,
    Phone,
    Nik,
    Address,
    Subject,
    Text,
    Place,
    Category,

    /// <summary>What the site adds for itself (IP address, page, consent).</summary>
    Technical,
}
