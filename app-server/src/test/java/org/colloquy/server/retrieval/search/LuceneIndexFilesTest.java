package org.colloquy.server.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.search.Progress;
import org.junit.jupiter.api.Test;

class LuceneIndexFilesTest extends LuceneIndexCase {
  @Test
  void isThereAfterItWasKeptWithHowFarItIs() {
    index.close();
    index = LuceneIndex.in(folder);
    assertThat(index.open().isNone()).isTrue();
    var kept = put("kept words");
    var progress = new Progress(7, Map.of(ADA, 12L, BOB, 0L), true, NOON);
    index.keep(progress);
    put("words that come later");
    index.close();

    index = LuceneIndex.in(folder);
    assertThat(index.open()).isEqualTo(progress);
    assertThat(found("words")).containsExactly(kept.id());
  }

  @Test
  void beginsAnewWhenItsFilesAreDamaged() throws IOException {
    index.close();
    index = LuceneIndex.in(folder);
    index.open();
    for (int i = 0; i < 200; i++) {
      put("words of number " + i);
    }
    index.keep(new Progress(7, Map.of(), false, NOON));
    index.close();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(LuceneIndexFilesTest::isLarge).toList()) {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }

    index = LuceneIndex.in(folder);
    assertThat(index.open().isNone()).isTrue();
    assertThat(index.messageCount()).isZero();
    var later = put("words again");
    assertThat(found("words")).containsExactly(later.id());
  }

  private static boolean isLarge(Path file) {
    return file.toFile().length() > 500;
  }

  @Test
  void leavesNoWordsInSealedFilesAndNothingForTheNextProcess() throws IOException {
    index.close();
    index = opened(LuceneIndex.in(folder));
    put("zebrafish");
    index.keep(new Progress(7, Map.of(), false, NOON));
    index.close();
    assertThat(holds("zebrafish")).isTrue();

    index = opened(LuceneIndex.sealedIn(folder, new SecureRandom()));
    assertThat(holds("zebrafish")).isFalse();
    for (int i = 0; i < 3_000; i++) {
      index.put(List.of(message(ADA, "zebrafish of tank " + i)));
    }
    index.publish();
    index.keep(new Progress(7, Map.of(), false, NOON));
    assertThat(found("zebrafish 2999")).hasSize(1);
    assertThat(holds("zebrafish")).isFalse();
    assertThat(index.open().changes()).isEqualTo(7);
    assertThat(found("zebrafish 17")).hasSizeGreaterThan(1);
    index.close();
    assertThat(holds("zebrafish")).isFalse();

    index = LuceneIndex.sealedIn(folder, new SecureRandom());
    assertThat(index.open().isNone()).isTrue();
  }

  private boolean holds(String words) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void takesRemovedWordsOutOfItsFiles() throws IOException {
    index.close();
    index = opened(LuceneIndex.in(folder));
    var secret = message(BOB, "zebrafish");
    put(secret);
    for (int i = 0; i < 100; i++) {
      put("other words " + i);
    }
    index.keep(new Progress(7, Map.of(), false, NOON));

    index.removeAccount(BOB);
    index.publish();
    index.purge();
    index.keep(new Progress(8, Map.of(), false, NOON));
    index.close();
    index = opened(LuceneIndex.in(folder));

    assertThat(holds("zebrafish")).isFalse();
    assertThat(index.messageCount()).isEqualTo(100);
  }
}
