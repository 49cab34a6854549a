package org.colloquy.server.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.document.Chunk;
import org.colloquy.server.core.document.PassageIndex.Entry;
import org.colloquy.server.core.document.PassageIndex.Hit;
import org.colloquy.server.core.memory.Meaning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentIndexTest {
  private static final AttachmentId ICE = new AttachmentId(new UUID(0, 1));
  private static final AttachmentId SNOW = new AttachmentId(new UUID(0, 2));

  @TempDir Path folder;

  private DocumentIndex index = new DocumentIndex(Path.of("unused"));

  private void open() {
    index.close();
    index = new DocumentIndex(folder.resolve("documents"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static Entry entry(int number, String text) {
    return new Entry(new Chunk(number, 1, 0, text.length()), text, Optional.empty());
  }

  private static Entry entry(int number, String text, float... direction) {
    return new Entry(
        new Chunk(number, 1, 0, text.length()), text, Optional.of(Meaning.of(direction)));
  }

  private List<Hit> words(String question) {
    return index.byWords(question, List.of(ICE, SNOW), 9);
  }

  @Test
  void findsByWordsAlsoInOtherFormsAndAcrossLines() {
    open();
    index.put(ICE, List.of(entry(0, "Glaciers melt."), entry(1, "The coeffi-\ncient was small.")));
    index.put(SNOW, List.of(entry(0, "Snow falls and the glacier grows, glacier by glacier.")));

    assertThat(words("What melts a glacier?")).containsOnly(new Hit(ICE, 0), new Hit(SNOW, 0));
    assertThat(words("coefficient")).containsExactly(new Hit(ICE, 1));
    assertThat(words("the and of")).isNotNull();
    assertThat(words("")).isEmpty();
    assertThat(index.byWords("glacier", List.of(SNOW), 9)).containsExactly(new Hit(SNOW, 0));
    assertThat(index.byWords("glacier", List.of(), 9)).isEmpty();
  }

  @Test
  void findsByMeaningWhatIsAlike() {
    open();
    index.put(ICE, List.of(entry(0, "cold", 1, 0, 0.1f), entry(1, "warm", -1, 0, 0)));
    index.put(SNOW, List.of(entry(0, "white", 0.9f, 0.2f, 0)));

    assertThat(index.byMeaning(Meaning.of(new float[] {1, 0, 0}), List.of(ICE, SNOW), 9))
        .containsExactly(new Hit(ICE, 0), new Hit(SNOW, 0));
    assertThat(index.byMeaning(Meaning.of(new float[] {1, 0, 0}), List.of(SNOW), 9))
        .containsExactly(new Hit(SNOW, 0));
  }

  @Test
  void takesMeaningsInLater() {
    open();
    index.put(ICE, List.of(entry(0, "cold"), entry(1, "warm")));
    assertThat(index.has(ICE, 2, 0)).isTrue();

    index.update(ICE, List.of(entry(0, "cold", 1, 0, 0)));

    assertThat(index.has(ICE, 2, 1)).isTrue();
    assertThat(words("cold")).containsExactly(new Hit(ICE, 0));
  }

  @Test
  void staysWhenTheProgramEnds() {
    open();
    index.put(ICE, List.of(entry(0, "cold")));

    open();

    assertThat(index.has(ICE, 1, 0)).isTrue();
    assertThat(index.files()).containsExactly(ICE);
  }

  @Test
  void beginsAnewWhereItIsDamaged() throws IOException {
    open();
    index.put(ICE, List.of(entry(0, "cold")));
    index.close();
    try (var files = Files.list(folder.resolve("documents"))) {
      for (var file : files.filter(one -> one.toString().endsWith(".cfs")).toList()) {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }

    open();

    assertThat(index.has(ICE, 0, 0)).isTrue();
    index.put(ICE, List.of(entry(0, "cold")));
    assertThat(words("cold")).containsExactly(new Hit(ICE, 0));
  }

  @Test
  void leavesNothingOfWhatIsRemoved() {
    open();
    index.put(ICE, List.of(entry(0, "Jostedalsbreen")));
    index.put(SNOW, List.of(entry(0, "snow")));

    index.remove(ICE);

    assertThat(words("jostedalsbreen")).isEmpty();
    assertThat(index.files()).containsExactly(SNOW);
    await().until(() -> !isOnDisk("jostedalsbreen"));
    assertThat(words("snow")).containsExactly(new Hit(SNOW, 0));
  }

  private boolean isOnDisk(String word) {
    try (var files = Files.list(folder.resolve("documents"))) {
      return files.anyMatch(file -> contains(file, word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      return true; // it is going at this moment
    }
  }
}
