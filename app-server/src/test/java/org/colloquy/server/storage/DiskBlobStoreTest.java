package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.server.BrokenStream;
import org.colloquy.server.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest {
  private static final AttachmentId ID = new AttachmentId(new UUID(1, 2));
  private static final long PLENTY = 1_000_000_000;

  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("files");
  }

  private DiskBlobStore store() {
    return DiskBlobStore.in(folder());
  }

  private static InputStream bytes(int count) {
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return new ByteArrayInputStream(bytes);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder())) {
      return files.toList();
    }
  }

  @Test
  void givesBackWhatItKept() throws IOException {
    assertThat(store().keep(ID, bytes(300_000), PLENTY)).isEqualTo(300_000);

    try (var kept = store().open(ID)) {
      assertThat(kept).hasSameContentAs(bytes(300_000));
    }
    assertThat(files()).containsExactly(folder().resolve(ID.toString()));
  }

  @Test
  void isForTheOwnerAlone() throws IOException {
    store().keep(ID, bytes(1), PLENTY);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void takesUpToTheLimitAndNothingOfMore() throws IOException {
    assertThat(store().keep(ID, bytes(100_000), 100_000)).isEqualTo(100_000);
    store().remove(ID);

    assertThat(Problems.of(() -> store().keep(ID, bytes(100_001), 100_000)))
        .isEqualTo(new Problem.TooLarge(100_000));
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsNothingOfWhatCannotBeReadToItsEnd() throws IOException {
    var broken = new BrokenStream(100_000);

    assertThatThrownBy(() -> store().keep(ID, broken, PLENTY))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void forgetsWhatAKilledProcessLeftUnfinished() throws IOException {
    store().keep(ID, bytes(10), PLENTY);
    Files.writeString(folder().resolve(new UUID(3, 4) + ".part"), "half a fi");

    var again = store();

    assertThat(files()).containsExactly(folder().resolve(ID.toString()));
    try (var kept = again.open(ID)) {
      assertThat(kept).hasSameContentAs(bytes(10));
    }
  }

  @Test
  void doesNotFindWhatIsGone() {
    var store = store();
    store.keep(ID, bytes(1), PLENTY);
    store.remove(ID);
    store.remove(ID);

    assertThat(Problems.of(() -> store.open(ID))).isEqualTo(new Problem.NotFound("attachment"));
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenThereIsSpaceAgain() throws IOException {
    Files.createDirectories(folder());
    try (var disk = SmallDisk.at(folder())) {
      var store = store();

      assertThat(Problems.of(() -> store.keep(ID, bytes(10_000_000), PLENTY)))
          .isInstanceOf(Problem.Unavailable.class);
      assertThat(files()).isEmpty();

      disk.grow();
      assertThat(store.keep(ID, bytes(10_000_000), PLENTY)).isEqualTo(10_000_000);
    }
  }
}
