package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.storage.DataFolder.Known;

/// The folder that several servers of one database share. It remembers the database as a data
/// folder does, but nobody has it alone.
final class SharedFolder {
  private SharedFolder() {}

  /// Makes the folder when it is not there.
  ///
  /// @throws ProblemException Unavailable when it belongs to another database, or cannot be used
  static void recognize(Path path, UUID instance) {
    try {
      DataFolder.makeFolder(path);
      OwnerOnly.guard(path);
      var lock = path.resolve("shared.lock");
      try (var channel =
              FileChannel.open(
                  lock,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  OwnerOnly.file(lock));
          var _ = channel.lock()) {
        recognizeAlone(path, instance);
      }
    } catch (IOException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The shared folder %s cannot be used: it cannot be written.".formatted(path)),
          fault);
    }
  }

  private static void recognizeAlone(Path path, UUID instance) throws IOException {
    var known = DataFolder.known(path);
    if (known.isEmpty() && !DataFolder.wasUsed(path)) {
      DataFolder.remember(path, new Known(instance, Known.OPEN));
    } else if (known.filter(it -> it.instance().equals(instance)).isEmpty()) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The shared folder %s belongs to another database. Nothing was changed. Choose another folder with --shared-folder, or the other database."
                  .formatted(path)));
    }
  }
}
