using Gateway.Adapters.WebForm;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class FormSettingsTests
{
    [TestCase("{}")]
    [TestCase("""{"token":"env:DISHUB_FORM","map":{"isi":"pesan","judul":"perihal","phone":"wa"},"repeatWithin":"30s"}""")]
    [TestCase("""{"map":{"isi":["a","b"]},"defaults":{"klasifikasi":"pengaduan","anonim":true},"preset":"typeform","token":"env:T","origins":["https://www.dishub.example"],"honeypot":"situs"}""")]
    [TestCase("""{"signature":{"scheme":"standard-webhooks","secret":"env:DISHUB_FORM"},"rate":"30/m","page":"on"}""")]
    [TestCase("""{"signature":{"scheme":"typeform","secret":"file:/run/secrets/f"},"rate":{"address":"1/s","channel":"100/h"},"page":{"title":"Dishub","contact":"PPID","retention":"2 tahun"}}""")]
    [TestCase("""{"page":false}""")]
    public void GoodSettingsHaveNoFault(string settings) =>
        Assert.That(new WebFormAdapter().Check(Posts.Channel(settings)), Is.Empty);

    [TestCase("""{"token":""}""", "webform.token is empty")]
    [TestCase("""{"map":"isi"}""", "webform.map is no list")]
    [TestCase("""{"map":{"pesan":"isi"}}""", "webform.map.pesan is no field of the contract; write one of isi, judul")]
    [TestCase("""{"map":{"isi":7}}""", "webform.map.isi names no field")]
    [TestCase("""{"repeatWithin":"10"}""", "webform.repeatWithin '10' is no duration")]
    [TestCase("""{"map":{"isi":[]}}""", "webform.map.isi names no field")]
    [TestCase("""{"defaults":"pengaduan"}""", "webform.defaults is no list")]
    [TestCase("""{"defaults":{"isi":"kosong"}}""", "webform.defaults.isi cannot have a default; write one of klasifikasi")]
    [TestCase("""{"defaults":{"klasifikasi":"curhat"}}""", "webform.defaults.klasifikasi 'curhat' is no kind of report")]
    [TestCase("""{"defaults":{"anonim":"entahlah"}}""", "webform.defaults.anonim 'entahlah' is no yes or no")]
    [TestCase("""{"preset":"wufoo"}""", "webform.preset 'wufoo' is not known; write google-forms, typeform, contact-form-7, jotform")]
    [TestCase("""{"signature":"env:X"}""", "webform.signature is no section")]
    [TestCase("""{"signature":{"scheme":"md5","secret":"env:X"}}""", "webform.signature.scheme 'md5' is not known")]
    [TestCase("""{"signature":{"scheme":"typeform"}}""", "webform.signature.secret is empty")]
    [TestCase("""{"origins":"*"}""", "webform.origins is no list")]
    [TestCase("""{"origins":["*"]}""", "webform.origins '*' is no origin")]
    [TestCase("""{"origins":["https://www.dishub.example/form"]}""", "webform.origins 'https://www.dishub.example/form' is no origin")]
    [TestCase("""{"rate":"viel"}""", "webform.rate 'viel' is no rate")]
    [TestCase("""{"rate":{"address":"0/m"}}""", "webform.rate.address '0/m' is no rate")]
    [TestCase("""{"honeypot":""}""", "webform.honeypot names no field")]
    [TestCase("""{"page":"besok"}""", "webform.page 'besok' is no page")]
    [TestCase("""{"page":{"colour":"red"}}""", "webform.page.colour is no setting")]
    [TestCase("""{"mapp":{}}""", "webform.mapp is no setting")]
    public void AFaultNamesTheValueAndTheRemedy(string settings, string fault) =>
        Assert.That(new WebFormAdapter().Check(Posts.Channel(settings)).Single(), Does.StartWith(fault));
}
