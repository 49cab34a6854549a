package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.server.BrokenStream;
import org.colloquy.server.Problems;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest {
  private static final AttachmentId OLD = new AttachmentId(new UUID(1, 2));
  private static final long PLENTY = 1_000_000_000;

  @TempDir Path data;

  private DiskBlobStore store() {
    return DiskBlobStore.in(data);
  }

  private static byte[] array(int count) {
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static InputStream bytes(int count) {
    return new ByteArrayInputStream(array(count));
  }

  private static ContentHash hash(int count) {
    return new ContentHash(HexFormat.of().formatHex(Sha256.digest().digest(array(count))));
  }

  private static ContentHash keep(DiskBlobStore store, int count) {
    try (var incoming = store.receive(bytes(count), PLENTY)) {
      incoming.settle();
      return incoming.hash();
    }
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
  void keepsAContentUnderItsHash() throws IOException {
    var store = store();
    try (var incoming = store.receive(bytes(300_000), PLENTY)) {
      assertThat(incoming.size()).isEqualTo(300_000);
      assertThat(incoming.hash()).isEqualTo(hash(300_000));
      try (var begun = incoming.open()) {
        assertThat(begun).hasSameContentAs(bytes(300_000));
      }
      assertThat(store.all()).isEmpty();
      incoming.settle();
    }
    try (var kept = store.open(hash(300_000))) {
      assertThat(kept).hasSameContentAs(bytes(300_000));
    }
    assertThat(files()).containsExactly(place(hash(300_000)));
    assertThat(store().all()).containsExactly(hash(300_000));
  }

  @Test
  void keepsTheSameOnce() throws IOException {
    keep(store(), 10);
    keep(store(), 10);
    keep(store(), 11);

    assertThat(files()).containsExactlyInAnyOrder(place(hash(10)), place(hash(11)));
  }

  @Test
  void replacesOneThatIsBroken() throws IOException {
    keep(store(), 10);
    Files.writeString(place(hash(10)), "short");

    keep(store(), 10);

    assertThat(place(hash(10))).hasBinaryContent(array(10));
  }

  @Test
  void forgetsWhatDoesNotSettle() throws IOException {
    try (var incoming = store().receive(bytes(10), PLENTY)) {
      assertThat(incoming.size()).isEqualTo(10);
    }
    assertThat(files()).isEmpty();
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
  void takesUpToTheLimitAndNothingOfMore() throws IOException {
    try (var whole = store().receive(bytes(100_000), 100_000)) {
      assertThat(whole.size()).isEqualTo(100_000);
    }
    assertThat(Problems.of(() -> store().receive(bytes(100_001), 100_000)))
        .isEqualTo(new Problem.TooLarge(100_000));
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsNothingOfWhatCannotBeReadToItsEnd() throws IOException {
    var broken = new BrokenStream(100_000);

    assertThatThrownBy(() -> store().receive(broken, PLENTY))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEmpty();
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
  void doesNotFindWhatIsGone() {
    var store = store();
    keep(store, 1);
    store.remove(hash(1));
    store.remove(hash(1));

    assertThat(Problems.of(() -> store.open(hash(1))))
        .isEqualTo(new Problem.NotFound("attachment"));
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
