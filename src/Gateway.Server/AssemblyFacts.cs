// The gateway runs on Linux: flock, Unix sockets, file modes and fsync of folders are part of its promises.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
