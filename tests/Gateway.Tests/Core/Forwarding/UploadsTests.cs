using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using static Gateway.Core.Ledger.AttemptOutcome;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>What the attempts tell of files at the centre: whether they were uploaded again, and how many are nobody's.</summary>
internal sealed class UploadsTests
{
    private static readonly AttemptRow Create = Attempt(AttemptStep.Create);
    private static readonly AttemptRow Upload = Attempt(AttemptStep.Upload);

    [Test]
    public void AnUploadBehindARefusedCreateIsARepetition()
    {
        Assert.That(Uploads.WereRepeated([Ended(Upload, Done, 200)]), Is.False);
        Assert.That(Uploads.WereRepeated([Ended(Upload, Unavailable, 503), Ended(Upload, Done, 200), Ended(Create, Unavailable, 503), Create]), Is.False);
        Assert.That(Uploads.WereRepeated([Ended(Upload, Done, 200), Ended(Create, Rejected, 422)]), Is.False);
        Assert.That(Uploads.WereRepeated([Ended(Upload, Done, 200), Ended(Create, Rejected, 422), Ended(Upload, Done, 200)]), Is.True);
        AttemptRow[] edited = [Ended(Upload, Done, 200), Ended(Create, Rejected, 422), Ended(Upload, Done, 200) with { LeaseToken = "u" }];
        Assert.That(Uploads.WereRepeated(edited), Is.False, "refused for its content, mended by a person, sent anew");
        Assert.That(Uploads.WereRepeated([.. edited, Ended(Create, Rejected, 404) with { LeaseToken = "u" }, Ended(Upload, Done, 200) with { LeaseToken = "u" }]), Is.True);
    }

    [Test]
    public void AnUploadUnderALaterLeaseFollowsARefusalUntilTheNextOne()
    {
        AttemptRow[] refused = [Ended(Upload, Done, 200), Ended(Create, Rejected, 422)];
        Assert.That(Uploads.FollowARefusal([Ended(Upload, Done, 200)]), Is.False);
        Assert.That(Uploads.FollowARefusal(refused), Is.False);
        Assert.That(Uploads.FollowARefusal([.. refused, Ended(Upload, Unavailable, 503)]), Is.False);
        Assert.That(Uploads.FollowARefusal([.. refused, Ended(Upload, Done, 200), Ended(Create, Unavailable, 503)]), Is.True);
        Assert.That(Uploads.FollowARefusal([.. refused, Ended(Upload, Done, 200), Ended(Create, Rejected, 422)]), Is.False);
    }

    [Test]
    public void WhatNoComplaintUsesIsAnOrphan()
    {
        Assert.That(Uploads.Orphans([Ended(Upload, Done, 200), Ended(Create, Done, 200)], true), Is.Zero);
        Assert.That(Uploads.Orphans([Ended(Upload, Done, 200), Create], false), Is.Zero, "still to be used");
        Assert.That(Uploads.Orphans([Ended(Upload, Unavailable, null), Ended(Upload, Unavailable, 503), Ended(Upload, NotSent, null), Ended(Upload, Rejected, 413), Ended(Upload, Done, 200), Ended(Create, Done, 200)], true), Is.EqualTo(2), "nobody answered, and a 5xx");
        Assert.That(Uploads.Orphans([Ended(Upload, Done, 200), Ended(Create, Rejected, 422), Ended(Upload, Done, 200), Ended(Create, Done, 200)], true), Is.EqualTo(1));
        Assert.That(Uploads.Orphans([Ended(Upload, Done, 200), Ended(Create, Rejected, 422), Ended(Upload, Done, 200), Ended(Create, Rejected, 422)], false), Is.EqualTo(2));
    }

    private static AttemptRow Ended(AttemptRow attempt, AttemptOutcome outcome, int? status) => attempt with { Ended = attempt.Begun, Outcome = outcome, Status = status };

    private static AttemptRow Attempt(AttemptStep step) => new()
    {
        Id = "1",
        Number = "G",
        Destination = "default",
        Step = step,
        LeaseToken = "t",
        Begun = Support.Some.Noon,
        RequestHash = "00",
        Actor = "relay",
        Node = "satu",
    };
}
