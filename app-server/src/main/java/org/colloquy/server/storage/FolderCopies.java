package org.colloquy.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.core.erasure.Copies;
import org.colloquy.server.core.identity.ErasureReport.Copy;

/// The copies of the database that were kept beside it.
public final class FolderCopies implements Copies {
  private static final String DATABASE = "colloquy.mv.db";

  private final Path folder;

  public FolderCopies(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Copy> known() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var copies = new ArrayList<Copy>();
    try (var files = Files.newDirectoryStream(folder, "*.mv.db")) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (!name.equals(DATABASE)) {
          copies.add(new Copy(name, Files.getLastModifiedTime(file).toInstant()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    copies.sort((one, other) -> one.name().compareTo(other.name()));
    return copies;
  }
}
