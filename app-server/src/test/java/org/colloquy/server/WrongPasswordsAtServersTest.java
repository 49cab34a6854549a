package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers over one database, at which somebody guesses a password.
class WrongPasswordsAtServersTest {
  private static final int GUESSES = 50;
  private static final int FREE_TRIES = 5;
  private static final int WRONG = 400;
  private static final int WAIT = 429;

  private final String address = Postgres.address();

  @TempDir Path room;

  private ServerProcess server(String name) throws IOException {
    return ServerProcess.serve(
        room.resolve(name),
        Map.of(
            "COLLOQUY_DB", address,
            "COLLOQUY_SHARED_FOLDER", room.resolve("shared").toString(),
            "COLLOQUY_KEY_FILE", room.resolve("keys").resolve("key").toString()));
  }

  private static int signIn(ServerProcess server, String name, String password)
      throws IOException, InterruptedException {
    var json = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return server.post("/user/auth/", "", json).statusCode();
  }

  /// What many guesses are answered that are made at once, now at one server, now at the other.
  private static List<Integer> guesses(String name, ServerProcess... servers) throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<Integer>>();
      for (int i = 0; i < GUESSES; i++) {
        var server = servers[i % servers.length];
        asked.add(clients.submit(() -> signIn(server, name, "guess")));
      }
      var answers = new ArrayList<Integer>();
      for (var one : asked) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void getNoMoreTriesThanAtOneAndNoneByARestart() throws Exception {
    try (var one = server("one");
        var other = server("other")) {
      Newcomer.joins(one);

      var answers = guesses("olenor", one, other);

      assertThat(answers).filteredOn(status -> status == WRONG).hasSize(FREE_TRIES);
      assertThat(answers).containsOnly(WRONG, WAIT);
    }
    try (var later = server("later")) {
      assertThat(signIn(later, "olenor", "oleSterktPassord123")).isEqualTo(WAIT);
      assertThat(signIn(later, "somebody else", "guess")).isEqualTo(WRONG);
    }
  }

  @Test
  void areCountedWithoutNamesOrAddresses() throws Exception {
    try (var one = server("one")) {
      signIn(one, "a password typed as a name", "guess");
    }
    try (var database = Database.at(address)) {
      var kept =
          database.read(handle ->
              handle
                  .createQuery("select cast(w as varchar) from wrong_try w")
                  .mapTo(String.class)
                  .list());
      assertThat(kept)
          .hasSize(2)
          .allSatisfy(row -> assertThat(row).doesNotContain("typed", "127.0.0.1"));
    }
  }
}
