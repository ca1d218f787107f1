using CsCheck;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using static Gateway.Core.Ledger.AttemptOutcome;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>Every row of the table that classifies answers, for a create and for an upload or read.</summary>
internal sealed class AnswerTableTests
{
    private static readonly AttemptOutcome[] RefusedForSure = [Rejected, Misconfigured, Unavailable];

    [TestCase(200)]
    [TestCase(201)]
    [TestCase(202)]
    public void AnIdMakesItDone(int status) => Expect(Answered(status) with { Id = "80123", Readable = true }, Done, Done);

    [Test]
    public void AnUploadIsDoneByItsFileIds() =>
        Assert.That(AnswerTable.Classify(CentralCall.Upload, Answered(200) with { FileIds = ["7"], Readable = true }), Is.EqualTo(Done));

    [TestCase(200)]
    [TestCase(204)]
    [TestCase(299)]
    public void SuccessWithoutAnIdIsUnknown(int status)
    {
        Expect(Answered(status), Unknown, Unavailable);
        Expect(Answered(status) with { Readable = true }, Unknown, Unavailable);
        Expect(Answered(status) with { Id = "80123", Readable = false }, Unknown, Unavailable);
    }

    [TestCase(400, true)]
    [TestCase(404, true)]
    [TestCase(422, true)]
    [TestCase(409, false)]
    [TestCase(500, false)]
    public void ARefusalThatNamesTheFilesUploadsThemOnceMore(int status, bool again)
    {
        Assert.That(AnswerTable.RowOf(Answered(status) with { NamesFiles = true }).UploadsAgain, Is.EqualTo(again));
        Assert.That(AnswerTable.RowOf(Answered(status)).UploadsAgain, Is.False);
    }

    [Test]
    public void AConflictWithAnIdIsReadBack()
    {
        var answer = Answered(409) with { Id = "80123", Readable = true };

        Expect(answer, Unknown, Done);
        Assert.That(AnswerTable.RowOf(answer).ReadsBack, Is.True);
    }

    [Test]
    public void AConflictWithoutAnIdIsUnknown()
    {
        Expect(Answered(409), Unknown, Unavailable);
        Assert.That(AnswerTable.RowOf(Answered(409)).ReadsBack, Is.False);
    }

    [TestCase(400)]
    [TestCase(402)]
    [TestCase(406)]
    [TestCase(413)]
    [TestCase(415)]
    [TestCase(422)]
    [TestCase(451)]
    [TestCase(499)]
    public void ARefusalOfTheComplaintIsRejected(int status) => Expect(Answered(status), Rejected, Rejected);

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    [TestCase(410)]
    public void ARefusalOfUsIsMisconfigured(int status) => Expect(Answered(status), Misconfigured, Misconfigured);

    [TestCase(408)]
    [TestCase(425)]
    [TestCase(429)]
    public void NotNowIsUnavailable(int status)
    {
        Expect(Answered(status), Unavailable, Unavailable);
        Expect(Answered(status) with { RetryAfter = TimeSpan.FromSeconds(9) }, Unavailable, Unavailable);
    }

    [Test]
    public void A503IsSureOnlyWithRetryAfter()
    {
        Expect(Answered(503) with { RetryAfter = TimeSpan.Zero }, Unavailable, Unavailable);
        Expect(Answered(503), Unknown, Unavailable);
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(504)]
    [TestCase(599)]
    [TestCase(100)]
    [TestCase(103)]
    public void AnythingNotListedIsUnknown(int status)
    {
        Expect(Answered(status), Unknown, Unavailable);
        Assert.That(AnswerTable.RowOf(Answered(status)).Redirects, Is.False);
    }

    [TestCase(301)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public void ARedirectIsUnknownAndPauses(int status)
    {
        Expect(Answered(status), Unknown, Unavailable);
        Assert.That(AnswerTable.RowOf(Answered(status)).Redirects, Is.True);
    }

    [Test]
    public void SilenceAfterTheContentBeganToLeaveIsUnknown() => Expect(new CentralAnswer { Kind = CentralAnswerKind.NoAnswer }, Unknown, Unavailable);

    [Test]
    public void NothingLeftIsNotSent() => Expect(new CentralAnswer { Kind = CentralAnswerKind.NotSent }, NotSent, NotSent);

    [Test]
    public void EveryAnswerHasAnOutcomeAndOnlyAnIdMakesACreateDone() =>
        Gen.Select(Gen.Int[100, 599], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (status, id, readable, files, retry) =>
            {
                var answer = Answered(status) with
                {
                    Id = id ? "80123" : null,
                    Readable = readable,
                    FileIds = files ? ["7"] : [],
                    RetryAfter = retry ? TimeSpan.FromSeconds(1) : null,
                };
                var (create, upload, read) = (Of(CentralCall.Create, answer), Of(CentralCall.Upload, answer), Of(CentralCall.Read, answer));
                // Doubt about an upload or a read only means trying again; a create is done only by a readable 2xx with something named in it.
                return upload == read && upload != Unknown && (create != Done || (status is >= 200 and < 300 && readable && (id || files)));
            },
            iter: 5_000);

    [Test]
    public void EveryStatusIsClassified()
    {
        for (var status = 100; status <= 599; status++)
        {
            var create = Of(CentralCall.Create, Answered(status));

            // A create that the centre may have taken is never called refused.
            Assert.That(RefusedForSure.Contains(create), Is.EqualTo(status is >= 400 and < 500 and not 409), $"HTTP {status} gives {create}");
        }
    }

    private static void Expect(CentralAnswer answer, AttemptOutcome create, AttemptOutcome other)
    {
        Assert.That(Of(CentralCall.Create, answer), Is.EqualTo(create), "create");
        Assert.That(Of(CentralCall.Upload, answer), Is.EqualTo(other), "upload");
        Assert.That(Of(CentralCall.Read, answer), Is.EqualTo(other), "read");
    }

    private static AttemptOutcome Of(CentralCall call, CentralAnswer answer) => AnswerTable.Classify(call, answer);

    private static CentralAnswer Answered(int status) => new() { Kind = CentralAnswerKind.Answered, Status = status };
}
