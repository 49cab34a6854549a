package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.colloquy.desktop.client.ServerAddress.Known;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherServerTest {
  @ParameterizedTest
  @CsvSource({
    "localhost:8000, http://localhost:8000",
    "127.0.0.1:8000/, http://127.0.0.1:8000",
    "http://localhost:9000, http://localhost:9000",
    "colloquy.lab.example, https://colloquy.lab.example",
    "' https://lab.example:8443 ', https://lab.example:8443"
  })
  void findsTheAddressThatIsMeant(String typed, String meant) {
    assertThat(OtherServer.at(typed)).contains(URI.create(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://lab.example",
        "http://localhost.lab.example",
        "http://localhost@lab.example",
        "https://user:secret@lab.example",
        "https://lab.example/api",
        "https://lab.example?token=1",
        "ftp://localhost",
        "file:///etc/passwd",
        "two words"
      })
  void takesNoAddressAtWhichTheTokenCouldBeRead(String typed) {
    assertThat(OtherServer.at(typed)).isEmpty();
  }

  @Test
  void hasATokenMadeAndForgetsThePassword() {
    try (var server = new ScriptedServer()) {
      var base = server.address().await().base();
      var joined = OtherServer.signIn(new Known(base, ""), "owner", "a secret word");
      assertThat(joined.token())
          .isEqualTo("colloquy_secret-wxyz")
          .isNotEqualTo(ScriptedAccount.TOKEN);
      assertThat(server.requests().getFirst()).contains("POST /api/sessions", "a secret word");
      assertThat(server.requests())
          .anyMatch(each -> each.startsWith("POST /api/tokens") && each.contains("\"admin\""))
          .anyMatch(each -> each.startsWith("DELETE /api/sessions/current"));
    }
  }
}
