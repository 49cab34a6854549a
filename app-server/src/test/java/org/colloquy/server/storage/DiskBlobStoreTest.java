package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest extends BlobStoreCase {
  private static final AttachmentId OLD = new AttachmentId(new UUID(1, 2));

  @TempDir Path data;

  @Override
  DiskBlobStore store() {
    return DiskBlobStore.in(data);
  }

  @Override
  List<String> everything() throws IOException {
    return files().stream().map(file -> data.relativize(file).toString()).toList();
  }

  @Override
  void breakIt(String name) throws IOException {
    Files.writeString(data.resolve(name), "short");
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(data.resolve("blobs"))) {
      return List.of();
    }
    try (var files = Files.walk(data.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Path place(ContentHash hash) {
    var hex = hash.hex();
    return data.resolve("blobs/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex);
  }

  @Test
  void isForTheOwnerAlone() throws IOException {
    keep(store(), 1);

    var place = place(hash(1));
    for (var folder : List.of(data.resolve("blobs"), place.resolve("../.."), place.resolve(".."))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.normalize())))
          .isEqualTo("rwx------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void forgetsWhatAKilledProcessLeftUnfinished() throws IOException {
    keep(store(), 10);
    Files.writeString(data.resolve("blobs/incoming/7"), "half a fi");

    var again = store();

    assertThat(files()).containsExactly(place(hash(10)));
    try (var kept = again.open(hash(10))) {
      assertThat(kept).hasSameContentAs(bytes(10));
    }
  }

  @Test
  void takesNothingButHashesForHashes() {
    for (var wrong :
        List.of("", "../../etc/passwd", "A".repeat(64), "0".repeat(63), "0".repeat(65))) {
      assertThat(ContentHash.isOne(wrong)).isFalse();
      assertThatThrownBy(() -> new ContentHash(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void adoptsWhatAnOlderVersionKept() throws IOException {
    var old = data.resolve("files").resolve(OLD.toString());
    Files.createDirectories(data.resolve("files"));
    Files.write(old, array(10));
    Files.writeString(data.resolve("files/notes.txt"), "not ours");
    var store = store();
    assertThat(store.named()).containsExactly(OLD);

    try (var left = store.adopt(OLD)) {
      assertThat(left.hash()).isEqualTo(hash(10));
    }
    assertThat(old).exists();
    try (var taken = store.adopt(OLD)) {
      taken.settle();
    }

    assertThat(old).doesNotExist();
    assertThat(store.named()).isEmpty();
    assertThat(files()).containsExactly(place(hash(10)));
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenThereIsSpaceAgain() throws IOException {
    try (var disk = SmallDisk.at(data)) {
      var store = store();

      assertThat(Problems.of(() -> store.receive(bytes(20_000_000), PLENTY)))
          .isInstanceOf(Problem.Unavailable.class);
      assertThat(files()).isEmpty();

      disk.grow();
      assertThat(keep(store, 20_000_000)).isEqualTo(hash(20_000_000));
    }
  }
}
