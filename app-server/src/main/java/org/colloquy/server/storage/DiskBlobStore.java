package org.colloquy.server.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.BlobStore;

/// Keeps each content as one file that is named by the attachment's id and nothing else.
public final class DiskBlobStore implements BlobStore {
  private static final int PIECE = 64 * 1024;
  private static final String UNFINISHED = ".part";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path folder;

  private DiskBlobStore(Path folder) {
    this.folder = folder;
  }

  /// A store in this folder, without what an earlier process did not bring to an end.
  ///
  /// @param folder made when it is needed
  public static DiskBlobStore in(Path folder) {
    if (Files.isDirectory(folder)) {
      try (var unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
        unfinished.forEach(DiskBlobStore::forget);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new DiskBlobStore(folder);
  }

  @Override
  public long keep(AttachmentId id, InputStream content, long limit) {
    var growing = folder.resolve(id + UNFINISHED);
    try {
      DataFolder.makeFolder(folder);
      DataFolder.makeEmpty(growing);
      long size = write(growing, content, limit);
      DataFolder.swapIn(growing, file(id));
      return size;
    } catch (IOException e) {
      forget(growing);
      throw new ProblemException(
          new Problem.Unavailable("The file could not be kept: is the disk full?"), e);
    } catch (RuntimeException e) {
      forget(growing);
      throw e;
    }
  }

  @Override
  public InputStream open(AttachmentId id) {
    try {
      return Files.newInputStream(file(id));
    } catch (NoSuchFileException e) {
      throw new ProblemException(new Problem.NotFound("attachment"), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(AttachmentId id) {
    forget(file(id));
  }

  @Override
  public List<AttachmentId> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .map(name -> new AttachmentId(UUID.fromString(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(Path file, InputStream content, long limit) throws IOException {
    long size = 0;
    var piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      int read = content.read(piece);
      while (read >= 0) {
        size += read;
        if (size > limit) {
          throw new ProblemException(new Problem.TooLarge(limit));
        }
        out.write(piece, 0, read);
        read = content.read(piece);
      }
    }
    return size;
  }

  private Path file(AttachmentId id) {
    return folder.resolve(id.toString());
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
