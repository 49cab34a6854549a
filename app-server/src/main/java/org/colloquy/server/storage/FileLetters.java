package org.colloquy.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Letters;
import org.colloquy.server.core.identity.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves each letter as a text file that only its owner can read, for the person who runs this
/// Colloquy to pass on. Its name begins with the time until which the letter is good:
/// `20260115T110000Z-7-reset.txt` is for account 7.
public final class FileLetters implements Letters {
  private static final Logger LOG = LoggerFactory.getLogger(FileLetters.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Unfinished ones included; nothing that somebody else put there.
  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-\\d+-[a-z]+\\.txt(\\.new)?");

  /// More than one server needs in an hour, and too few to fill a disk.
  static final int MOST = 1_000;

  private final Path folder;

  /// @param folder made when it is needed
  public FileLetters(Path folder) {
    this.folder = folder;
  }

  @Override
  public void deliver(Letter letter) {
    var until = TIME.format(letter.goodUntil());
    var name = "%s-%d-%s.txt".formatted(until, letter.account(), word(letter.purpose()));
    var unfinished = folder.resolve(name + ".new");
    try {
      DataFolder.makeFolder(folder);
      if (letters().size() >= MOST) {
        throw new ProblemException(
            new Problem.Unavailable("There are too many letters in " + folder + "."));
      }
      DataFolder.makeEmpty(unfinished);
      Files.writeString(unfinished, text(letter));
      DataFolder.swapIn(unfinished, folder.resolve(name));
      LOG.info("a letter for account {} waits in {}", letter.account(), folder);
    } catch (IOException e) {
      forget(unfinished);
      throw new ProblemException(
          new Problem.Unavailable("A letter could not be written into " + folder + "."), e);
    }
  }

  @Override
  public void destroyExpired(Instant now) {
    var oldest = TIME.format(now);
    letters().stream()
        .filter(letter -> letter.getFileName().toString().compareTo(oldest) < 0)
        .forEach(FileLetters::forget);
  }

  @Override
  public void destroyFor(long account) {
    var theirs = "Z-" + account + "-";
    letters().stream()
        .filter(letter -> letter.getFileName().toString().contains(theirs))
        .forEach(FileLetters::forget);
  }

  private List<Path> letters() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Token.Kind purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Letter letter) {
    boolean reset = letter.purpose() == Token.Kind.RESET;
    return """
    To: %s
    Subject: %s

    Somebody, most likely you, asked Colloquy for this. If it was not you, ignore it: nothing
    has changed.

    %s until %s with this token:

    %s

    --
    For the person who runs this Colloquy: there is no mail server, so please pass this on, and
    only to the address above. Whoever has the token can use it: POST %s
    with {"token": "..."%s}.
    """
        .formatted(
            letter.email(),
            reset ? "a new password" : "your e-mail address",
            reset ? "You can set a new password" : "You can confirm your address",
            letter.goodUntil(),
            letter.token(),
            reset ? "/auth/reset-password" : "/auth/verify",
            reset ? ", \"password\": \"the new one\"" : "");
  }
}
