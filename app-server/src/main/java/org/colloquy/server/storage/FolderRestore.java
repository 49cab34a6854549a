package org.colloquy.server.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sha256;
import org.jspecify.annotations.Nullable;

/// Puts what [FolderBackup] wrote into a data folder that nobody uses. It is unpacked and looked at
/// beside what is there, before anything moves; nothing is deleted.
public final class FolderRestore {
  private static final String UNPACKED = "restoring";
  private static final Set<String> NOT_DATA = Set.of("instance.lock", UNPACKED);
  private static final Pattern BLOB =
      Pattern.compile("blobs/[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})");

  private final Path folder;
  private final Path unpacked;

  public FolderRestore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.unpacked = this.folder.resolve(UNPACKED);
  }

  /// Puts it there.
  ///
  /// @param backup the file
  /// @param old where what is in the folder goes, on the same disk; null when nothing may be there
  /// @throws ProblemException Unavailable with the reason; then everything is where it was
  public void run(Path backup, @Nullable Path old) {
    try (var held = DataFolder.take(folder)) {
      var there = there(held.path());
      if (!there.isEmpty() && old == null) {
        throw refused(
            "There is something in %s already; say with --old-to where that is to go."
                .formatted(folder));
      }
      if (old != null && Files.exists(old)) {
        throw refused("There is a %s already; say another place with --old-to.".formatted(old));
      }
      forgetUnpacked();
      DataFolder.makeFolder(unpacked);
      unpack(backup);
      checkShape();
      if (old != null) {
        DataFolder.makeFolder(old);
        move(there, old);
      }
      move(there(unpacked), folder);
      forgetUnpacked();
      DataFolder.syncFolder(folder);
    } catch (IOException | SQLException | UncheckedIOException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "%s could not be restored: %s.".formatted(backup, H2Faults.reason(fault))),
          fault);
    }
  }

  private static List<Path> there(Path in) throws IOException {
    try (var files = Files.list(in)) {
      return files.filter(file -> !NOT_DATA.contains(file.getFileName().toString())).toList();
    }
  }

  private static void move(List<Path> files, Path to) throws IOException {
    for (var file : files) {
      Files.move(file, to.resolve(file.getFileName()));
    }
  }

  private void forgetUnpacked() throws IOException {
    if (Files.exists(unpacked)) {
      var files = new ArrayList<Path>();
      try (var all = Files.walk(unpacked)) {
        all.sorted(Comparator.reverseOrder()).forEach(files::add);
      }
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  private void unpack(Path backup) throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw refused("There is no file %s.".formatted(backup));
    }
    try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(backup)))) {
      var head = zip.getNextEntry();
      if (head == null || !head.getName().equals(FolderBackup.HEAD) || !isOurs(zip)) {
        throw notOurs(backup);
      }
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        unpack(entry.getName(), zip, backup);
      }
    } catch (ZipException e) {
      throw new ProblemException(
          new Problem.Unavailable("%s is damaged: %s.".formatted(backup, e.getMessage())), e);
    }
    if (!Files.exists(unpacked.resolve(FolderBackup.DATABASE))) {
      throw notOurs(backup);
    }
  }

  private static boolean isOurs(InputStream head) throws IOException {
    var form = FolderBackup.FORM.getBytes(StandardCharsets.UTF_8);
    return new String(head.readNBytes(form.length), StandardCharsets.UTF_8)
        .equals(FolderBackup.FORM);
  }

  private void unpack(String name, InputStream content, Path backup) throws IOException {
    var blob = BLOB.matcher(name);
    boolean file = blob.matches();
    if (!file && !name.equals(FolderBackup.DATABASE) && !FolderBackup.BESIDE.contains(name)) {
      throw notOurs(backup);
    }
    var place = unpacked.resolve(name);
    DataFolder.makeFolder(place.resolveSibling(""));
    DataFolder.makeEmpty(place);
    try (var out = Files.newOutputStream(place)) {
      content.transferTo(out);
    }
    DataFolder.syncFile(place);
    if (file && !isWhole(place, blob.group(1))) {
      throw refused("%s is damaged: %s is not what it was.".formatted(backup, name));
    }
  }

  private static boolean isWhole(Path file, String hash) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return Sha256.of(content).equals(hash);
    }
  }

  /// An encrypted one is looked at when it is opened.
  private void checkShape() throws SQLException {
    var database = new H2File(unpacked.resolve("colloquy"), Database.NO_PASSWORD);
    if (!database.isEncrypted()) {
      try (var connection = database.openToRead()) {
        Migrations.OURS.pending(connection);
      }
    }
  }

  private static ProblemException notOurs(Path backup) {
    return refused("%s is not a backup of Colloquy.".formatted(backup));
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
