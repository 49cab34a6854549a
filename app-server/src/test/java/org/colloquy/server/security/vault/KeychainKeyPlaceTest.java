package org.colloquy.server.security.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the keychain of GNOME in a session of its own, where both are installed.
class KeychainKeyPlaceTest {
  @TempDir Path home;

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// What the child says, run by these words of a shell.
  private String said(String shell) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder = new ProcessBuilder("sh", "-c", shell).redirectErrorStream(true);
    builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_RUNTIME_DIR", home.toString());
    builder
        .environment()
        .put(
            "CHILD",
            java + " -cp " + System.getProperty("java.class.path") + " " + Child.class.getName());
    var process = builder.start();
    var said = process.inputReader().readAllAsString();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void keepsKeysInTheKeychainOfTheSystem() throws IOException, InterruptedException {
    Assumptions.assumeTrue(isInstalled("dbus-run-session") && isInstalled("gnome-keyring-daemon"));
    var said =
        said(
            """
            dbus-run-session -- sh -c 'printf "password\\n" \
              | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; $CHILD there'
            """);
    assertThat(said).contains("kept", "found", "other", "removed", "silent");
    try (var files = Files.walk(home)) {
      assertThat(files.filter(file -> file.toString().endsWith(".keyring"))).isNotEmpty();
    }
  }

  @Test
  void saysThatThereIsNoKeychain() throws IOException, InterruptedException {
    assertThat(said("DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere $CHILD"))
        .contains("not there")
        .doesNotContain("kept");
  }

  /// Uses the keychain of its session.
  static final class Child {
    private Child() {}

    /// Ends by itself: a probe that was given up may have left a thread that never does.
    public static void main(String[] arguments) {
      try {
        use(arguments);
        System.exit(0);
      } catch (RuntimeException | AssertionError e) {
        e.printStackTrace();
        System.exit(1);
      }
    }

    private static void use(String[] arguments) {
      var logged = listened();
      var random = new SecureRandom();
      var place = new KeychainKeyPlace("test");
      var one = SealingKey.random(random);
      var two = SealingKey.random(random);
      if (arguments.length == 0) {
        assertThat(place.isSupported()).isFalse();
        assertThatThrownBy(() -> place.put(one)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> place.find(one.mark())).isInstanceOf(ProblemException.class);
        System.out.println("not there");
        return;
      }
      // A slow computer may need more than the time of one probe to load it all.
      await().until(place::isSupported);
      place.put(one);
      place.put(one);
      place.put(two);
      System.out.println("kept");
      var again = new KeychainKeyPlace("test");
      assertThat(again.find(one.mark()).orElseThrow().bytes()).isEqualTo(one.bytes());
      assertThat(again.find(two.mark())).isPresent();
      System.out.println("found");
      assertThat(new KeychainKeyPlace("another").find(one.mark())).isEmpty();
      System.out.println("other");
      again.remove(List.of(one.mark(), "00000000"));
      assertThat(again.find(one.mark())).isEmpty();
      assertThat(again.find(two.mark())).isPresent();
      System.out.println("removed");
      assertThat(logged.toString(StandardCharsets.UTF_8))
          .isNotEmpty()
          .doesNotContain(Base64.getEncoder().encodeToString(one.bytes()));
      System.out.println("silent");
    }

    /// Everything that is logged, however fine.
    private static ByteArrayOutputStream listened() {
      var logged = new ByteArrayOutputStream();
      var handler = new StreamHandler(logged, new SimpleFormatter());
      handler.setLevel(Level.ALL);
      var root = Logger.getLogger("");
      root.setLevel(Level.ALL);
      root.addHandler(handler);
      return logged;
    }
  }
}
