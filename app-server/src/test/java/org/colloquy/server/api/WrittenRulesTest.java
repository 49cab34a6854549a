package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.Test;

/// Who may come where, written down: another rule, or another path, is a change of `access.txt`
/// that a reviewer sees. A path for everybody, and a WebSocket, says why it is one.
class WrittenRulesTest {
  private static final String OPEN_OR_SOCKET = ".* (open|socket)";

  @Test
  void areTheRulesOfTheProgram() throws IOException {
    var written = written();
    assertThat(written.stream().map(line -> line.split(": ", 2)[0]).sorted().toList())
        .isEqualTo(there());
    assertThat(written)
        .filteredOn(line -> line.split(": ", 2)[0].matches(OPEN_OR_SOCKET))
        .allSatisfy(line -> assertThat(line).matches(".*: \\S.{9,}"));
  }

  private static List<String> there() {
    try (var server = TestServer.with(ScriptedChatModel.saying("x"))) {
      return Door.of(server).map(Door::line).sorted().toList();
    }
  }

  private static List<String> written() throws IOException {
    try (var file =
        Objects.requireNonNull(WrittenRulesTest.class.getResourceAsStream("access.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    }
  }
}
