package org.colloquy.server.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.attachment.BlobStore;

/// Keeps each content as one file, `blobs/ab/cd/` and its SHA-256, which is counted and computed
/// while it comes in.
public final class DiskBlobStore implements BlobStore {
  private static final String BLOBS = "blobs";
  private static final int PIECE = 64 * 1024;
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final int DEPTH = 3;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path kept;
  private final Path unfinished;
  private final Path named;

  private DiskBlobStore(Path data) {
    this.kept = data.resolve(BLOBS);
    this.unfinished = kept.resolve("incoming");
    this.named = data.resolve("files");
  }

  /// A store in a data folder, without what an earlier process did not bring to an end.
  public static DiskBlobStore in(Path data) {
    var store = new DiskBlobStore(data);
    forgetAll(store.unfinished, _ -> true);
    forgetAll(store.named, file -> file.getFileName().toString().endsWith(".part"));
    return store;
  }

  /// A store in a folder that several servers share. What none of them brought to an end is
  /// forgotten when it is so old that nobody can be at it.
  public static DiskBlobStore sharedIn(Path folder) {
    var store = new DiskBlobStore(folder);
    var oldest = Instant.now().minus(ABANDONED);
    forgetAll(
        store.unfinished, file -> Files.getLastModifiedTime(file).toInstant().isBefore(oldest));
    return store;
  }

  private static void forgetAll(Path folder, DirectoryStream.Filter<Path> which) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, which)) {
      files.forEach(DiskBlobStore::forget);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Incoming receive(InputStream content, long limit) {
    var growing = unfinished.resolve(UUID.randomUUID().toString());
    try {
      DataFolder.makeFolder(unfinished);
      DataFolder.makeEmpty(growing);
      return write(growing, content, limit);
    } catch (IOException e) {
      forget(growing);
      throw noRoom(e);
    } catch (RuntimeException e) {
      forget(growing);
      throw e;
    }
  }

  private Incoming write(Path file, InputStream content, long limit) throws IOException {
    var digest = Sha256.digest();
    var piece = new byte[PIECE];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        size += read;
        if (size > limit) {
          throw new ProblemException(new Problem.TooLarge(limit));
        }
        digest.update(piece, 0, read);
        out.write(piece, 0, read);
      }
    }
    DataFolder.syncFile(file);
    return new OnDisk(file, hash(digest.digest()), size, true);
  }

  private static ContentHash hash(byte[] digest) {
    return new ContentHash(HexFormat.of().formatHex(digest));
  }

  private static ProblemException noRoom(IOException fault) {
    return new ProblemException(
        new Problem.Unavailable("The file could not be kept: is the disk full?"), fault);
  }

  @Override
  public InputStream open(ContentHash hash) {
    return open(place(hash));
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new ProblemException(new Problem.NotFound("attachment"), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(ContentHash hash) {
    forget(place(hash));
  }

  @Override
  public List<ContentHash> all() {
    if (!Files.isDirectory(kept)) {
      return List.of();
    }
    try (var files = Files.find(kept, DEPTH, (_, attributes) -> attributes.isRegularFile())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(ContentHash::isOne)
          .map(ContentHash::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<AttachmentId> named() {
    if (!Files.isDirectory(named)) {
      return List.of();
    }
    try (var files = Files.list(named)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .map(name -> new AttachmentId(UUID.fromString(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Incoming adopt(AttachmentId id) {
    var file = named.resolve(id.toString());
    try (var content = Files.newInputStream(file)) {
      return new OnDisk(file, new ContentHash(Sha256.of(content)), Files.size(file), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(AttachmentId id) {
    forget(named.resolve(id.toString()));
  }

  private Path place(ContentHash hash) {
    return kept.resolveSibling(name(hash));
  }

  /// Where in a data folder a content is.
  static String name(ContentHash hash) {
    var hex = hash.hex();
    return String.join("/", BLOBS, hex.substring(0, 2), hex.substring(2, 4), hex);
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A content in a file beside its place.
  private final class OnDisk implements Incoming {
    private final Path file;
    private final ContentHash hash;
    private final long size;
    private final boolean forgotten;

    /// @param forgotten whether it is forgotten when it does not settle
    private OnDisk(Path file, ContentHash hash, long size, boolean forgotten) {
      this.file = file;
      this.hash = hash;
      this.size = size;
      this.forgotten = forgotten;
    }

    @Override
    public ContentHash hash() {
      return hash;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      return DiskBlobStore.open(file);
    }

    /// One of another size is broken, and is replaced.
    @Override
    public void settle() {
      var place = place(hash);
      try {
        if (Files.exists(place) && Files.size(place) == size) {
          forget(file);
        } else {
          makeRoom(place.resolveSibling(""));
          DataFolder.swapIn(file, place);
        }
      } catch (IOException e) {
        throw noRoom(e);
      }
    }

    private void makeRoom(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        DataFolder.makeFolder(folder);
        DataFolder.syncFolder(folder.resolveSibling(""));
        DataFolder.syncFolder(kept);
      }
    }

    @Override
    public void close() {
      if (forgotten) {
        forget(file);
      }
    }
  }
}
