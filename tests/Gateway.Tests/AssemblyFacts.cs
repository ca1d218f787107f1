// The tests run where the gateway runs: flock, Unix sockets, file modes, strace.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
