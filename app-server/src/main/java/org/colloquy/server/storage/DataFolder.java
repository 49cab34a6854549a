package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The folder with everything one Colloquy keeps, held by this process alone.
///
/// `instance.json` beside the database says which database belongs here: H2 takes a file of length
/// zero for a new database, and a shortened one for an older one, so somebody else has to know.
final class DataFolder implements AutoCloseable {
  private static final Pattern KNOWN =
      Pattern.compile("\\{\"instance\": \"([0-9a-f-]{36})\", \"bytes\": (-?\\d{1,18})}\\s*");

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// The database that belongs here.
  ///
  /// @param instance what its row of that name says
  /// @param bytes its length since it was closed in good order; [#OPEN] when it was not
  record Known(UUID instance, long bytes) {
    static final long OPEN = -1;
  }

  /// Makes the folder when it is not there, and takes it for this process.
  static DataFolder take(Path path) {
    try {
      makeFolder(path);
      OwnerOnly.guard(path);
      var channel =
          FileChannel.open(
              path.resolve("instance.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.file(path));
      lock(path, channel);
      return new DataFolder(path, channel);
    } catch (IOException fault) {
      throw refused(path, fault);
    }
  }

  /// A folder that nobody else can look into; nothing happens when it is there.
  static void makeFolder(Path path) throws IOException {
    try {
      Files.createDirectories(path, OwnerOnly.folder(path));
    } catch (FileAlreadyExistsException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The data folder %s is a file. Choose a folder with --data.".formatted(path)),
          fault);
    }
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new ProblemException(
          new Problem.Unavailable(
              "Another Colloquy uses the data folder %s. Close it, or choose another with --data."
                  .formatted(path)));
    }
  }

  private static ProblemException refused(Path path, IOException fault) {
    var reason = H2Faults.isDiskFull(fault) ? "the disk is full" : "it cannot be written";
    return new ProblemException(
        new Problem.Unavailable(
            "The data folder %s cannot be used: %s. Choose another with --data."
                .formatted(path, reason)),
        fault);
  }

  Path path() {
    return path;
  }

  /// An empty file that nobody else can read, in place of any that was there.
  static void makeEmpty(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, OwnerOnly.file(file));
  }

  /// Puts a finished file in the place of another, so that there is always one of the two.
  static void swapIn(Path finished, Path place) throws IOException {
    syncFile(finished);
    Files.move(
        finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(place.resolveSibling(""));
  }

  /// Lets what was written into a file outlive a power cut.
  static void syncFile(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Lets the names in a folder outlive a power cut.
  static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows cannot open a folder; there the move itself is written through.
    }
  }

  /// Whether a database was made here before.
  boolean wasUsed() {
    return wasUsed(path);
  }

  /// Whether a folder belongs to a database.
  static boolean wasUsed(Path folder) {
    return Files.exists(instanceFile(folder));
  }

  /// What belongs here; empty when nobody wrote it down readably.
  Optional<Known> known() throws IOException {
    return known(path);
  }

  /// As [#known()], of a folder that others may use.
  static Optional<Known> known(Path folder) throws IOException {
    if (!wasUsed(folder)) {
      return Optional.empty();
    }
    var text = new String(Files.readAllBytes(instanceFile(folder)), StandardCharsets.ISO_8859_1);
    var found = KNOWN.matcher(text);
    return found.matches()
        ? Optional.of(new Known(UUID.fromString(found.group(1)), Long.parseLong(found.group(2))))
        : Optional.empty();
  }

  /// Writes down what belongs here.
  void remember(Known known) throws IOException {
    remember(path, known);
  }

  /// As [#remember(Known)], in a folder that others may use.
  static void remember(Path folder, Known known) throws IOException {
    var unfinished = folder.resolve("instance.json.new");
    makeEmpty(unfinished);
    Files.writeString(
        unfinished,
        "{\"instance\": \"%s\", \"bytes\": %d}\n".formatted(known.instance, known.bytes));
    swapIn(unfinished, instanceFile(folder));
  }

  private static Path instanceFile(Path folder) {
    return folder.resolve("instance.json");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock goes with the process at the latest.
    }
  }
}
