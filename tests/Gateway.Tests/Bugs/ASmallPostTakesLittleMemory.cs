using System.Text;
using Gateway.Contracts.Intake;
using Gateway.Tests.Adapters.WebForm;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A post of 93 KB took 400 MB, because each value of a list got the whole long path before it; one of 20 MB of brackets ended the
/// process. Anybody could send them to a page.
/// </summary>
internal sealed class ASmallPostTakesLittleMemory
{
    private const long Most = 16 << 20;

    [TestCase("long name over a list")]
    [TestCase("long names within each other")]
    [TestCase("brackets")]
    [TestCase("too deep")]
    [TestCase("long name of a plain form")]
    public void IsUnreadableAndCostsNoMoreThanItsOwnBytes(string kind)
    {
        var raw = Raw(kind);
        // What is made once for all posts does not count.
        Posts.Translate(Posts.Json("""{"isi":"a"}"""));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var translation = Posts.Translate(raw);

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(Posts.Reasons(translation), Is.EqualTo(new[] { "form-unreadable" }));
        Assert.That(taken, Is.LessThan(Most));
    }

    [Test]
    public void ALongQuestionOfARealFormIsRead() =>
        Assert.That(Posts.Complaint(Posts.Json($$"""{"isi":"Banjir","{{new string('a', 480)}}":["x","y"]}""")).Isi, Is.EqualTo("Banjir"));

    private static RawItem Raw(string kind) => kind switch
    {
        "long name over a list" => Posts.Json($$"""{"isi":"Banjir","{{new string('a', 80_000)}}":[{{string.Join(',', Enumerable.Repeat(0, 1_900))}}]}"""),
        "long names within each other" => Posts.Json(string.Concat(Enumerable.Repeat("{\"" + new string('a', 400) + "\":", 12)) + "0" + new string('}', 12)),
        "brackets" => Posts.Json("{\"isi\":[" + string.Join(',', Enumerable.Repeat("[]", 500_000)) + "]}"),
        "too deep" => Posts.Json("{\"isi\":" + new string('[', 16) + "1" + new string(']', 16) + "}"),
        _ => Posts.Urlencoded(new StringBuilder("isi=Banjir&").Append('b', 501).Append("=1").ToString()),
    };
}
