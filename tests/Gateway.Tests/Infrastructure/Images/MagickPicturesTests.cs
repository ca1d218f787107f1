using System.Text;
using Gateway.Contracts.Files;
using Gateway.Core.Attachments;
using Gateway.Infrastructure.Images;
using Gateway.Tests.Support;
using ImageMagick;

namespace Gateway.Tests.Infrastructure.Images;

/// <summary>Pictures are made to fit, lose everything but their pixels, and never bring the gateway down.</summary>
internal sealed class MagickPicturesTests
{
    // Made by heif-enc of Debian from a colour gradient: no library that ships with the gateway writes this kind.
    private const string Heic =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQAB"
        + "AAAAAAFmAAEAAAAAAAAALAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEAB"
        + "DAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAA"
        + "EHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAA0bWRhdAAAACgoAa8ZgPeJcsCnE1mwiIy/vh/vFya1bYxJbkXm9LmdGecC2buFJtWA";

    private static readonly string[] Types = ["jpg", "png", "pdf"];

    [Test]
    public void APhotoOfTwelveMegapixelsIsMadeToFit()
    {
        var photo = SomePicture.Photo(4000, 3000);
        Assert.That(photo, Has.Length.GreaterThan(6_000_000));

        var fitted = Fit(photo, 2_000_000);

        Assert.That(fitted.Kind!.Name, Is.EqualTo("jpg"));
        Assert.That(fitted.Bytes!.Value.Length, Is.LessThanOrEqualTo(2_000_000));
        using var image = new MagickImage(fitted.Bytes.Value.ToArray());
        Assert.That(Math.Max(image.Width, image.Height), Is.InRange(1280, 2560));
    }

    [Test]
    public void TheSamePictureIsTheSameBytes()
    {
        foreach (var picture in new[] { SomePicture.OfPhone(), SomePicture.Drawing(MagickColors.White) })
        {
            var first = Fit(picture, 100_000).Bytes!.Value.ToArray();
            Assert.That(Fit(picture, 100_000).Bytes!.Value.ToArray(), Is.EqualTo(first));
        }
    }

    [Test]
    public void NothingButThePixelsLeavesAlsoOfAPictureThatFitted()
    {
        var photo = SomePicture.OfPhone();
        Assert.That(Text(photo), Does.Contain("TELEPON RAHASIA").And.Contain("PEMILIK").And.Contain("KETERANGAN"));

        var sent = Text(Fit(photo, 5_000_000).Bytes!.Value.ToArray());

        Assert.That(sent, Does.Not.Contain("TELEPON").And.Not.Contain("PEMILIK").And.Not.Contain("KETERANGAN").And.Not.Contain("Exif"));
        using var image = new MagickImage(Encoding.Latin1.GetBytes(sent));
        Assert.That(image.ProfileNames, Is.Empty);
    }

    [Test]
    public void TheWrittenTextOfAPngDoesNotLeave()
    {
        var png = SomePicture.Photo(200, 200, MagickFormat.Png, image => image.SetAttribute("Author", "PEMILIK"));
        Assert.That(Text(png), Does.Contain("PEMILIK"));

        foreach (var types in new[] { Types, ["png"] })
            Assert.That(Text(Fit(png, 5_000_000, types).Bytes!.Value.ToArray()), Does.Not.Contain("PEMILIK").And.Not.Contain("tEXt").And.Not.Contain("tIME"));
    }

    [Test]
    public void TurnsItUpright()
    {
        using var image = new MagickImage(Fit(SomePicture.OfPhone(800, 600), 5_000_000).Bytes!.Value.ToArray());

        Assert.That((image.Width, image.Height, image.GetExifProfile()), Is.EqualTo((600u, 800u, (IExifProfile?)null)));
    }

    [Test]
    public void TellsWhereItWasTaken() => Assert.That(Fit(SomePicture.OfPhone(), 5_000_000).Place.ToString(), Is.EqualTo("-0.5022, 117.1536"));

    [Test]
    public void APhotoThatDoesNotSayWhereHasNoPlace() => Assert.That(Fit(SomePicture.Photo(100, 100), 5_000_000).Place, Is.Null);

    [TestCase(MagickFormat.WebP, "webp")]
    [TestCase(MagickFormat.Gif, "gif")]
    [TestCase(MagickFormat.Bmp, "bmp")]
    [TestCase(MagickFormat.Tiff, "tiff")]
    [TestCase(MagickFormat.Avif, "avif")]
    [TestCase(MagickFormat.Jpeg, "jpg")]
    public void OtherKindsBecomeJpeg(MagickFormat format, string name)
    {
        var picture = SomePicture.Photo(320, 240, format);
        Assert.That(FileKinds.Of(picture).Name, Is.EqualTo(name));

        var fitted = Fit(picture, 500_000);

        Assert.That((fitted.Fault, FileKinds.Of(fitted.Bytes!.Value.Span).Name), Is.EqualTo(((string?)null, "jpg")));
    }

    [Test]
    public void AnIPhonePictureBecomesJpeg()
    {
        var heic = Convert.FromBase64String(Heic);
        Assert.That(FileKinds.Of(heic).Name, Is.EqualTo("heic"));

        using var image = new MagickImage(Fit(heic, 500_000).Bytes!.Value.ToArray());

        Assert.That((image.Format, image.Width, image.Height), Is.EqualTo((MagickFormat.Jpeg, 96u, 64u)));
    }

    [Test]
    public void AnAnimationIsItsFirstPicture()
    {
        using var frames = new MagickImageCollection { new MagickImage(MagickColors.Red, 60, 40), new MagickImage(MagickColors.Blue, 60, 40) };
        foreach (var format in new[] { MagickFormat.Gif, MagickFormat.WebP })
        {
            using var image = new MagickImage(Fit(frames.ToByteArray(format), 500_000).Bytes!.Value.ToArray());
            Assert.That(image.GetPixels().GetPixel(5, 5).ToColor()!.R, Is.GreaterThan(200), $"{format}");
        }
    }

    [Test]
    public void AScanOfSeveralPagesIsRefusedAndOneOfASinglePageIsNot()
    {
        using var pages = new MagickImageCollection { new MagickImage(MagickColors.White, 60, 40), new MagickImage(MagickColors.Blue, 60, 40) };
        using var page = new MagickImageCollection { new MagickImage(MagickColors.White, 60, 40) };

        Assert.That(Fit(pages.ToByteArray(MagickFormat.Tiff), 500_000).Fault, Is.EqualTo(FittedPicture.SeveralPages));
        Assert.That(Fit(page.ToByteArray(MagickFormat.Tiff), 500_000).Fault, Is.Null);
    }

    [Test]
    public async Task APictureIsNotReadBeforeItsTurnAndAFailureGivesTheTurnBack()
    {
        var (pictures, photo) = (new MagickPictures(), SomePicture.Photo(60, 40));
        var bytes = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        var isRead = false;

        var first = pictures.FitAsync(() => bytes.Task, FileKinds.Of(photo), 500_000, Types, CancellationToken.None);
        var second = pictures.FitAsync(
            () =>
            {
                isRead = true;
                return Task.FromResult<ReadOnlyMemory<byte>>(photo);
            },
            FileKinds.Of(photo), 500_000, Types, CancellationToken.None);
        var isReadTooEarly = isRead;
        bytes.SetException(new IOException("the disk"));

        Assert.That(async () => await first, Throws.InstanceOf<IOException>());
        Assert.That((await second).Fault, Is.Null);
        Assert.That((isReadTooEarly, isRead), Is.EqualTo((false, true)));
    }

    [Test]
    public void ADrawingStaysPngAndAPhotoDoesNot()
    {
        Assert.That(Fit(SomePicture.Drawing(MagickColors.White), 500_000).Kind!.Name, Is.EqualTo("png"));
        Assert.That(Fit(SomePicture.Drawing(MagickColors.Transparent), 500_000).Kind!.Name, Is.EqualTo("png"));
        Assert.That(Fit(SomePicture.Photo(640, 480, MagickFormat.Png), 5_000_000).Kind!.Name, Is.EqualTo("jpg"));
    }

    [Test]
    public void WhatCanBeSeenThroughIsWhiteBehindInAJpeg()
    {
        var fitted = Fit(SomePicture.Drawing(MagickColors.Transparent), 500_000, ["jpg"]);
        using var image = new MagickImage(fitted.Bytes!.Value.ToArray());

        Assert.That(image.GetPixels().GetPixel(390, 290).ToColor()!.G, Is.GreaterThan(240));
    }

    [TestCase("<html><script>alert(1)</script>", "jpg")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>", "png")]
    [TestCase("push graphic-context\nimage over 0,0 0,0 '/etc/passwd'\n", "gif")]
    [TestCase("%!PS\n(/etc/passwd) (r) file\n", "bmp")]
    [TestCase("\u00ff\u00d8\u00ff\u00e0 rusak", "jpg")]
    [TestCase("", "tiff")]
    public void WhatIsNoPictureIsUnreadable(string bytes, string claimed)
    {
        var kind = new FileKind(claimed, "image/" + claimed, FileFamily.Picture);

        Assert.That(Fit(Encoding.Latin1.GetBytes(bytes), kind, 500_000, Types).Fault, Is.EqualTo(FittedPicture.Unreadable));
    }

    [Test]
    public void APictureCutShortIsUnreadable()
    {
        foreach (var format in new[] { MagickFormat.Png, MagickFormat.Jpeg, MagickFormat.WebP })
        {
            var whole = SomePicture.Photo(300, 300, format);
            Assert.That(Fit(whole[..(whole.Length / 3)], 500_000).Fault, Is.EqualTo(FittedPicture.Unreadable), $"{format}");
        }
    }

    [Test]
    public void ABombIsToldByItsHeader()
    {
        // A PNG of some bytes whose header says 60,000 by 60,000 pixels.
        var bomb = SomePicture.Drawing(MagickColors.White);
        "\0\0\u00ea\u0060\0\0\u00ea\u0060".Select(c => (byte)c).ToArray().CopyTo(bomb, 16);
        Crc32(bomb.AsSpan(12, 17)).CopyTo(bomb, 29);

        Assert.That(Fit(bomb, 500_000).Fault, Is.EqualTo(FittedPicture.TooManyPixels).Or.EqualTo(FittedPicture.Unreadable));
    }

    [Test]
    public void TellsWhenNoStepFits() => Assert.That(Fit(SomePicture.Photo(800, 600), 2_000).Fault, Is.EqualTo(FittedPicture.NotFitted));

    [Test]
    public void AnyBytesAtAllMakeNoException()
    {
        var random = new Random(11);
        foreach (var format in new[] { MagickFormat.Jpeg, MagickFormat.Png, MagickFormat.WebP, MagickFormat.Gif, MagickFormat.Bmp, MagickFormat.Tiff })
        {
            var whole = SomePicture.Photo(64, 48, format);
            for (var i = 0; i < 40; i++)
            {
                var broken = whole.ToArray();
                for (var j = 0; j < 12; j++) broken[random.Next(16, broken.Length)] = (byte)random.Next(256);
                var fitted = Fit(broken, 200_000);
                Assert.That(fitted.Bytes is null, Is.EqualTo(fitted.Fault is not null));
            }
        }
    }

    private static FittedPicture Fit(byte[] picture, long room, string[]? types = null) => Fit(picture, FileKinds.Of(picture), room, types ?? Types);

    private static FittedPicture Fit(byte[] picture, FileKind kind, long room, string[] types) =>
        new MagickPictures().FitAsync(() => Task.FromResult<ReadOnlyMemory<byte>>(picture), kind, room, types, CancellationToken.None).GetAwaiter().GetResult();

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
        }

        crc = ~crc;
        return [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
    }
}
