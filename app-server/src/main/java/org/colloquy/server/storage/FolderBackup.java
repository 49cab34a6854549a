package org.colloquy.server.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.backup.BackupWriter;
import org.jspecify.annotations.Nullable;

/// Writes a data folder into a zip file while this process works in it: the database as it is at
/// one moment, all files that it refers to then, and what opens them. Not what is made anew when it
/// is missing, nor the key to the sealed secrets, which is elsewhere.
public final class FolderBackup implements BackupWriter {
  /// Says what a zip file is, and is first in it.
  static final String HEAD = "colloquy-backup.txt";

  /// What [#HEAD] says.
  static final String FORM = "A backup of Colloquy, form 1.\n";

  static final String DATABASE = "colloquy.mv.db";
  static final List<String> BESIDE =
      List.of("sealing.properties", "token-keys.json", "authority.p12", "colloquy.properties");

  private final Path folder;
  private final BlobStore blobs;
  private final H2File database;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /// @param blobs of this folder
  /// @param password of the database file, when that is encrypted
  public FolderBackup(Path folder, BlobStore blobs, Supplier<String> password) {
    this.blobs = blobs;
    this.folder = folder.toAbsolutePath().normalize();
    this.database = new H2File(this.folder.resolve("colloquy"), password);
  }

  @Override
  public long write(String file) {
    var target = Path.of(file).toAbsolutePath().normalize();
    if (target.startsWith(folder)) {
      throw new ProblemException(
          new Problem.Unavailable("Choose a place for it that is not in the data folder."));
    }
    if (Files.exists(target)) {
      throw new ProblemException(
          new Problem.Unavailable("There is a %s already.".formatted(target)));
    }
    if (!oneAtATime.tryLock()) {
      throw new ProblemException(new Problem.Busy("backup"));
    }
    try {
      return writeTo(target);
    } finally {
      oneAtATime.unlock();
    }
  }

  private long writeTo(Path target) {
    var growing = target.resolveSibling(target.getFileName() + ".part");
    try {
      DataFolder.makeEmpty(growing);
      try (var zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(growing)))) {
        fill(zip);
      }
      DataFolder.swapIn(growing, target);
      return Files.size(target);
    } catch (IOException | UncheckedIOException | SQLException fault) {
      forget(growing);
      throw new ProblemException(
          new Problem.Unavailable(
              "The backup could not be written to %s: it %s."
                  .formatted(target, H2Faults.reason(fault))),
          fault);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file that the database refers to is there before it, unless it came meanwhile: then it is
  /// there after it.
  private void fill(ZipOutputStream zip) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(HEAD));
    zip.write(FORM.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    for (var name : BESIDE) {
      if (Files.exists(folder.resolve(name))) {
        add(name, zip);
      }
    }
    var added = new HashSet<String>();
    addBlobs(added, zip);
    addDatabase(zip);
    addBlobs(added, zip);
  }

  private void addBlobs(Set<String> added, ZipOutputStream zip) throws IOException {
    for (var hash : blobs.all()) {
      if (added.add(hash.hex())) {
        try {
          add(DiskBlobStore.name(hash), zip);
        } catch (NoSuchFileException _) {
          // It was removed meanwhile, so nothing refers to it.
        }
      }
    }
  }

  private void add(String name, ZipOutputStream zip) throws IOException {
    try (var content = Files.newInputStream(folder.resolve(name))) {
      zip.putNextEntry(new ZipEntry(name));
      content.transferTo(zip);
      zip.closeEntry();
    }
  }

  /// H2 copies its own file into a zip file, whatever is written meanwhile.
  private void addDatabase(ZipOutputStream zip) throws IOException, SQLException {
    var copy = folder.resolve("backup-unfinished.zip");
    DataFolder.makeEmpty(copy);
    try {
      var copying = new Copying(copy);
      var thread = new GatewayThread("colloquy-backup", copying);
      thread.start();
      thread.awaitEnd();
      copying.check();
      try (var copied = new ZipFile(copy.toFile());
          var content = copied.getInputStream(copied.getEntry(DATABASE))) {
        zip.putNextEntry(new ZipEntry(DATABASE));
        content.transferTo(zip);
        zip.closeEntry();
      }
    } finally {
      forget(copy);
    }
  }

  /// On a thread that nobody interrupts, because H2 is open in this process.
  private final class Copying implements Runnable {
    private final Path copy;
    private volatile @Nullable SQLException failure;

    Copying(Path copy) {
      this.copy = copy;
    }

    @Override
    public void run() {
      try (var owner = database.address().connect(H2File.OWNER, "");
          var backup = owner.prepareStatement("backup to ?")) {
        backup.setString(1, copy.toString());
        backup.execute();
      } catch (SQLException e) {
        failure = e;
      }
    }

    void check() throws SQLException {
      var failed = failure;
      if (failed != null) {
        throw failed;
      }
    }
  }
}
