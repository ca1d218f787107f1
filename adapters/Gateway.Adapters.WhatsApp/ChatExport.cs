using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp;

/// <summary>Reads the messages of an exported chat without grouping them, for <c>inspect whatsapp --messages</c>.</summary>
public static class ChatExport
{
    /// <summary>
    /// Messages in the order of the file, read as they are asked for. Empty when it is no chat; the translator then says why.
    /// </summary>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    public static IEnumerable<ChatMessage> Messages(RawItem raw) =>
        OpenedChat.All(raw, ChatFile.Open(raw, ArchiveLimits.Default), null, people: false).SelectMany(chat => chat.Messages());
}
