using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Tests.Support;

/// <summary>A private Dovecot in a temporary folder on free ports: a real mail server whose Maildirs the tests fill and read.</summary>
internal sealed class DovecotServer : IDisposable
{
    public const string Password = "rahasia-uji";

    private readonly string root = Directory.CreateTempSubdirectory("gateway-dovecot-").FullName;
    private readonly bool isRoot = Environment.UserName == "root";
    private int delivered;

    private DovecotServer()
    {
        Port = FreePort();
        TlsPort = FreePort();
    }

    /// <summary>IMAP without TLS, STARTTLS offered.</summary>
    public int Port { get; }

    /// <summary>IMAP with implicit TLS and a self-signed certificate.</summary>
    public int TlsPort { get; }

    public static DovecotServer Start(params string[] users)
    {
        if (!File.Exists("/usr/sbin/dovecot")) throw new InvalidOperationException("These tests need a real IMAP server: dovecot is not installed. Install it with: apt-get install dovecot-imapd");
        var server = new DovecotServer();
        server.Configure(users);
        server.Launch();
        return server;
    }

    public string Maildir(string user) => Path.Combine(root, "mail", user, "Maildir");

    /// <summary>Puts a mail into <c>new/</c> as a delivery agent would; Dovecot takes INTERNALDATE from the file's time.</summary>
    /// <returns>The path of the file.</returns>
    public string Deliver(string user, byte[] mail, DateTimeOffset received)
    {
        delivered++;
        // The sizes in the name spare Dovecot reading the file, so a test can forbid reading it.
        var name = string.Create(CultureInfo.InvariantCulture, $"{received.ToUnixTimeSeconds()}.M{delivered}.uji,S={mail.Length},W={mail.Length}");
        var unfinished = Path.Combine(Maildir(user), "tmp", name);
        File.WriteAllBytes(unfinished, mail);
        File.SetLastWriteTimeUtc(unfinished, received.UtcDateTime);
        var path = Path.Combine(Maildir(user), "new", name);
        File.Move(unfinished, path);
        return path;
    }

    /// <summary>Gives a mailbox another password, as its administrator would; the server reads it at the next login.</summary>
    public void SetPassword(string user, string password)
    {
        var users = Path.Combine(root, "users");
        File.WriteAllLines(users, File.ReadAllLines(users).Select(line => line.StartsWith(user + ":", StringComparison.Ordinal) ? $"{user}:{{PLAIN}}{password}::::::" : line));
    }

    /// <summary>Numbers the mailbox anew, as after a restore on another server.</summary>
    public void ChangeUidValidity(string user)
    {
        var list = Path.Combine(Maildir(user), "dovecot-uidlist");
        var lines = File.ReadAllLines(list);
        var words = lines[0].Split(' ');
        words[1] = string.Create(CultureInfo.InvariantCulture, $"V{uint.Parse(words[1].AsSpan(1), CultureInfo.InvariantCulture) + 1000}");
        lines[0] = string.Join(' ', words);
        File.WriteAllLines(list, lines);
        foreach (var index in Directory.GetFiles(Maildir(user), "dovecot.*")) File.Delete(index);
        if (isRoot) Run("/bin/chown", "mail:mail", list);
    }

    /// <summary>The file names in <c>cur/</c> and <c>new/</c> with the flags that follow <c>:2,</c>.</summary>
    public IReadOnlyList<string> Flags(string user) =>
        [.. new[] { "cur", "new" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Maildir(user), folder))).Select(file => file.Split(":2,") is [_, var flags] ? flags : "")];

    public void Dispose()
    {
        Stop();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>Ends it with every open connection; <see cref="Launch"/> brings it back on the same ports.</summary>
    public void Stop()
    {
        var pidFile = Path.Combine(root, "run", "master.pid");
        if (File.Exists(pidFile) && int.TryParse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture, out var pid))
        {
            var family = File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(pid.ToString(CultureInfo.InvariantCulture)).ToList();
            Run("/bin/kill", "-TERM", family[^1]);
            // A child may answer an open connection after its master has gone.
            foreach (var member in family) WaitForEnd(int.Parse(member, CultureInfo.InvariantCulture));
        }
    }

    private static void WaitForEnd(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            if (!process.WaitForExit(TimeSpan.FromSeconds(10))) process.Kill();
        }
        catch (ArgumentException)
        {
            // It had ended already.
        }
    }

    // The daemon keeps what it inherits, so it is given files: a pipe would never end.
    public void Launch() => Run("/bin/sh", "-c", $"exec /usr/sbin/dovecot -c '{root}/dovecot.conf' </dev/null >'{root}/log/start.log' 2>&1");

    private void Configure(string[] users)
    {
        foreach (var folder in new[] { "run", "log" }) Directory.CreateDirectory(Path.Combine(root, folder));
        foreach (var folder in users.SelectMany(user => new[] { "cur", "new", "tmp" }.Select(name => Path.Combine(Maildir(user), name)))) Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(root, "users"), users.Select(user => $"{user}:{{PLAIN}}{Password}::::::"));
        WriteCertificate();
        File.WriteAllText(Path.Combine(root, "dovecot.conf"), Configuration());
        if (!isRoot) return;
        Run("/bin/chown", "-R", "mail:mail", Path.Combine(root, "mail"));
        Run("/bin/chmod", "755", root);
        Run("/bin/chmod", "644", Path.Combine(root, "users"));
    }

    private string Configuration()
    {
        var me = isRoot ? "mail" : Environment.UserName;
        var internalUsers = isRoot ? "" : $"default_login_user={me}\ndefault_internal_user={me}\n";
        return $$"""
            base_dir={{root}}/run
            state_dir={{root}}/run
            instance_name=uji-{{Path.GetFileName(root)}}
            log_path={{root}}/log/dovecot.log
            protocols=imap
            listen=127.0.0.1
            ssl=yes
            ssl_cert=<{{root}}/cert.pem
            ssl_key=<{{root}}/key.pem
            disable_plaintext_auth=no
            auth_mechanisms=plain login
            mail_location=maildir:{{root}}/mail/%u/Maildir
            first_valid_uid=1
            auth_failure_delay=0
            mail_max_userip_connections=50
            {{internalUsers}}
            passdb {
              driver=passwd-file
              args=scheme=PLAIN username_format=%u {{root}}/users
            }
            userdb {
              driver=static
              args=uid={{me}} gid={{me}} home={{root}}/mail/%u
            }
            service imap-login {
              {{(isRoot ? "" : "chroot=")}}
              inet_listener imap {
                port={{Port}}
              }
              inet_listener imaps {
                port={{TlsPort}}
                ssl=yes
              }
            }
            service anvil {
              {{(isRoot ? "" : "chroot=")}}
              unix_listener anvil-auth-penalty {
                mode=0
              }
            }
            service stats {
              chroot=
            }
            """;
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2045, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Path.Combine(root, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(root, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
