using Gateway.Adapters.WebForm;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class FormSettingsTests
{
    [TestCase("{}")]
    [TestCase("""{"token":"env:DISHUB_FORM","map":{"isi":"pesan","judul":"perihal","phone":"wa"},"repeatWithin":"30s"}""")]
    public void GoodSettingsHaveNoFault(string settings) =>
        Assert.That(new WebFormAdapter().Check(Posts.Channel(settings)), Is.Empty);

    [TestCase("""{"token":""}""", "webform.token is empty")]
    [TestCase("""{"map":"isi"}""", "webform.map is no list")]
    [TestCase("""{"map":{"pesan":"isi"}}""", "webform.map.pesan is no field of the contract; write one of isi, judul")]
    [TestCase("""{"map":{"isi":7}}""", "webform.map.isi names no field")]
    [TestCase("""{"repeatWithin":"10"}""", "webform.repeatWithin '10' is no duration")]
    [TestCase("""{"mapp":{}}""", "webform.mapp is no setting")]
    public void AFaultNamesTheValueAndTheRemedy(string settings, string fault) =>
        Assert.That(new WebFormAdapter().Check(Posts.Channel(settings)).Single(), Does.StartWith(fault));
}
