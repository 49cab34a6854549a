package org.colloquy.server.config;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.provider.KnownProviders;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;

/// Every setting of the server and its default.
///
/// @param folder where everything is kept
/// @param port the port to listen on; 0 for any free one
/// @param portTaken what happens when that port is taken
/// @param allowedOrigins web pages of these origins may call this server from a browser, such as
///   `http://localhost:3000`
/// @param openAiAddress where OpenAI, or what stands in for it, is reached
/// @param openAiKey a key for OpenAI for the local owner; null for none
/// @param leaving what becomes of an answer of the user chat or chats API when its reader goes away
/// @param systemMessages whether the user chat API shows them
/// @param answersAtOnce how many answers one account may be given at the same time
/// @param search how the internet is searched
/// @param keys where the key is that opens the sealed secrets
/// @param files how much may be uploaded
/// @param localServers whether servers of models on this computer are looked for at the start
/// @param sharing how others on the network reach it
/// @param operation how it runs for whoever watches over it
public record ServerConfig(
    Path folder,
    int port,
    PortTaken portTaken,
    List<String> allowedOrigins,
    String openAiAddress,
    @Nullable Secret openAiKey,
    WhenReaderLeaves leaving,
    SystemMessages systemMessages,
    int answersAtOnce,
    SearchConfig search,
    KeyConfig keys,
    FileLimits files,
    LocalServers localServers,
    SharingConfig sharing,
    OperationConfig operation) {
  /// The port that the documents of the outside APIs name.
  public static final int DEFAULT_PORT = 8000;

  /// What happens when the port is taken.
  public enum PortTaken {
    /// The server does not start.
    REFUSE,
    /// It takes a free one.
    TAKE_ANOTHER
  }

  /// Whether system messages are shown.
  public enum SystemMessages {
    SHOWN,
    HIDDEN
  }

  /// Whether servers of models on this computer are looked for.
  public enum LocalServers {
    LOOKED_FOR,
    NOT_LOOKED_FOR
  }

  public ServerConfig {
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /// The defaults, for a data folder and a folder of keys.
  public static ServerConfig in(Path folder, Path keyFolder) {
    return new ServerConfig(
        folder,
        DEFAULT_PORT,
        PortTaken.REFUSE,
        List.of(),
        KnownProviders.OPENAI.address(),
        null,
        WhenReaderLeaves.STOP,
        SystemMessages.SHOWN,
        RunningAnswers.USUAL,
        SearchConfig.USUAL,
        KeyConfig.in(keyFolder),
        FileLimits.USUAL,
        LocalServers.LOOKED_FOR,
        SharingConfig.USUAL,
        OperationConfig.USUAL);
  }

  /// The same with another port.
  public ServerConfig withPort(int other, PortTaken taken) {
    return with(other, taken, keys, sharing);
  }

  /// The same, reached by others in another way.
  public ServerConfig withSharing(SharingConfig other) {
    return with(port, portTaken, keys, other);
  }

  /// The same with another place for the key.
  public ServerConfig withKeys(KeyConfig others) {
    return with(port, portTaken, others, sharing);
  }

  private ServerConfig with(
      int otherPort, PortTaken taken, KeyConfig otherKeys, SharingConfig otherSharing) {
    return new ServerConfig(
        folder,
        otherPort,
        taken,
        allowedOrigins,
        openAiAddress,
        openAiKey,
        leaving,
        systemMessages,
        answersAtOnce,
        search,
        otherKeys,
        files,
        localServers,
        otherSharing,
        operation);
  }
}
