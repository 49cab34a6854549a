package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.server.BrokenStream;
import org.colloquy.server.Problems;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.attachment.BlobStore;
import org.junit.jupiter.api.Test;

/// What every store of contents promises.
abstract class BlobStoreCase {
  static final long PLENTY = 1_000_000_000;

  /// A store that is opened now; what was kept before is in it.
  abstract BlobStore store() throws IOException;

  /// The names of all that is kept, unfinished or not.
  abstract List<String> everything() throws IOException;

  /// Has one of them damaged.
  abstract void breakIt(String name) throws IOException;

  static byte[] array(int count) {
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  static InputStream bytes(int count) {
    return new ByteArrayInputStream(array(count));
  }

  static ContentHash hash(int count) {
    return new ContentHash(HexFormat.of().formatHex(Sha256.digest().digest(array(count))));
  }

  static ContentHash keep(BlobStore store, int count) {
    try (var incoming = store.receive(bytes(count), PLENTY)) {
      incoming.settle();
      return incoming.hash();
    }
  }

  static String name(int count) {
    var hex = hash(count).hex();
    return "blobs/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
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
    assertThat(everything()).containsExactly(name(300_000));
    assertThat(store().all()).containsExactly(hash(300_000));
  }

  @Test
  void keepsAContentWithNothingInIt() throws IOException {
    keep(store(), 0);

    try (var kept = store().open(hash(0))) {
      assertThat(kept).isEmpty();
    }
  }

  @Test
  void keepsTheSameOnce() throws IOException {
    keep(store(), 10);
    keep(store(), 10);
    keep(store(), 11);

    assertThat(everything()).containsExactlyInAnyOrder(name(10), name(11));
  }

  @Test
  void keepsOneThatWasLetGoWhileTheSameCameIn() throws IOException {
    var store = store();
    keep(store, 10);
    try (var again = store.receive(bytes(10), PLENTY)) {
      store.remove(hash(10));
      again.settle();
    }

    try (var kept = store.open(hash(10))) {
      assertThat(kept).hasSameContentAs(bytes(10));
    }
  }

  @Test
  void replacesOneThatIsBroken() throws IOException {
    keep(store(), 10);
    breakIt(name(10));

    keep(store(), 10);

    try (var kept = store().open(hash(10))) {
      assertThat(kept).hasSameContentAs(bytes(10));
    }
  }

  @Test
  void forgetsWhatDoesNotSettle() throws IOException {
    try (var incoming = store().receive(bytes(10), PLENTY)) {
      assertThat(incoming.size()).isEqualTo(10);
    }
    assertThat(everything()).isEmpty();
  }

  @Test
  void takesUpToTheLimitAndNothingOfMore() throws IOException {
    try (var whole = store().receive(bytes(100_000), 100_000)) {
      assertThat(whole.size()).isEqualTo(100_000);
    }
    assertThat(Problems.of(() -> store().receive(bytes(100_001), 100_000)))
        .isEqualTo(new Problem.TooLarge(100_000));
    assertThat(everything()).isEmpty();
  }

  @Test
  void keepsNothingOfWhatCannotBeReadToItsEnd() throws IOException {
    var broken = new BrokenStream(100_000);

    assertThatThrownBy(() -> store().receive(broken, PLENTY))
        .isInstanceOf(IllegalStateException.class);
    assertThat(everything()).isEmpty();
  }

  @Test
  void doesNotFindWhatIsGone() throws IOException {
    var store = store();
    keep(store, 1);
    store.remove(hash(1));
    store.remove(hash(1));

    assertThat(Problems.of(() -> store.open(hash(1))))
        .isEqualTo(new Problem.NotFound("attachment"));
  }
}
