namespace Gateway.Adapters.Email.Reading;

/// <summary>What one word can be a sign of. A word may be several.</summary>
[Flags]
internal enum WordSigns
{
    None = 0,

    /// <summary>Something is wrong.</summary>
    Trouble = 1 << 0,

    /// <summary>What follows is missing or refused.</summary>
    Not = 1 << 1,

    /// <summary>"Tidak perlu", "tak terhingga": after <see cref="Not"/> nothing is missing.</summary>
    PoliteAfterNot = 1 << 2,

    /// <summary>"Sudah tiga bulan": how long something lasts counts from here.</summary>
    Already = 1 << 3,

    /// <summary>A length of time.</summary>
    Span = 1 << 4,

    /// <summary>Something is wished for or asked.</summary>
    Request = 1 << 5,

    /// <summary>English, not Indonesian.</summary>
    English = 1 << 6,

    /// <summary>A word of every phrase by which <see cref="OfficeKinds"/> and <see cref="OfficeMail"/> know office mail.</summary>
    Office = 1 << 7,

    /// <summary>A word of every phrase by which <see cref="Reading.Spam"/> is known.</summary>
    Spam = 1 << 8,

    /// <summary>A word of every phrase of that kind of office mail; without one it need not be looked for.</summary>
    Invitation = 1 << 9,

    /// <inheritdoc cref="Invitation"/>
    Offer = 1 << 10,

    /// <inheritdoc cref="Invitation"/>
    Application = 1 << 11,

    /// <inheritdoc cref="Invitation"/>
    Circular = 1 << 12,

    /// <inheritdoc cref="Invitation"/>
    Report = 1 << 13,

    /// <inheritdoc cref="Invitation"/>
    Bill = 1 << 14,

    /// <inheritdoc cref="Invitation"/>
    Support = 1 << 18,

    /// <summary>A word of every phrase that names a kind of office mail in a subject.</summary>
    OfficeSubject = 1 << 15,

    /// <summary>A label of a letter head (<c>Nomor:</c>, <c>Perihal:</c>).</summary>
    LetterHead = 1 << 16,

    /// <summary>What a citizen may ask an office for: data, information, a copy.</summary>
    Asked = 1 << 17,

    /// <summary>A phrase of that kind by itself, so that none need be looked for.</summary>
    SureInvitation = 1 << 19,

    /// <summary>A word of every phrase of thanks or greeting that may be all of a mail.</summary>
    Thanks = 1 << 27,

    /// <inheritdoc cref="SureInvitation"/>
    SureOffer = 1 << 20,

    /// <inheritdoc cref="SureInvitation"/>
    SureApplication = 1 << 21,

    /// <inheritdoc cref="SureInvitation"/>
    SureCircular = 1 << 22,

    /// <inheritdoc cref="SureInvitation"/>
    SureReport = 1 << 23,

    /// <inheritdoc cref="SureInvitation"/>
    SureBill = 1 << 24,

    /// <inheritdoc cref="SureInvitation"/>
    SureSupport = 1 << 25,

    /// <summary>Names a kind of office mail in a subject by itself.</summary>
    SureSubject = 1 << 26,
}
