Console.Error.WriteLine("gateway: nothing to run yet");
return 2;
