package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window hears of a real server that does not take a file.
class RefusedUploadTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;

  /// Neither data nor keys into the home of whoever runs the tests.
  private List<String> arguments() {
    return List.of(
        "--data",
        folder.toString(),
        "--port",
        "0",
        "--key-file",
        folder.resolve("secrets.key").toString(),
        "--largest-file",
        "1");
  }

  @Test
  void saysHowLargeAFileMayBeThoughMuchMoreIsSent() {
    try (var server = EmbeddedServer.start(arguments())) {
      var address = ServerAddress.of(server.address(), server.localToken());
      var conversation = new ApiClient(address).startConversation().id();
      var content = Upload.Content.of("large.bin", new byte[96 * MEBIBYTE]);
      var upload = new Upload(content, () -> {});

      var refused =
          catchThrowableOfType(
              ProblemException.class, () -> new FileClient(address).send(conversation, upload));

      assertThat(Objects.requireNonNull(refused).problem())
          .isEqualTo(new Problem.TooLarge(MEBIBYTE));
    }
  }
}
