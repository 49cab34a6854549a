package org.colloquy.desktop.ui.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.SourceClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.fake.ScriptedSources;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderViewModelTest {
  private record Bytes(double width, double height) implements Picture {}

  private final ScriptedServer server = new ScriptedServer();
  private final ReaderViewModel reader =
      new ReaderViewModel(
          new SourceClient(server.address()),
          new InlineBackground(),
          bytes -> new Bytes(bytes.length, 1));

  @BeforeEach
  void addPages() {
    server.sources().addPage("first page");
    server.sources().addPage("x".repeat(50) + " here it is, over two lines " + "y".repeat(50));
    server.sources().addPage("last page");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static SourceLine line(int page, int start, int end, boolean lost) {
    var file = new AttachmentId(ScriptedSources.FILE);
    return new SourceLine(
        1, "ice.pdf", "words", lost, new Citation.Place(file, "ice.pdf", page, "", start, end));
  }

  private int shown() {
    var page = reader.page().get();
    return page == null ? 0 : page.number();
  }

  @Test
  void showsThePageWithItsPicture() {
    reader.open(line(2, 51, 78, false));
    assertThat(shown()).isEqualTo(2);
    assertThat(reader.picture().get()).isNotNull();
    assertThat(reader.working().get()).isFalse();
    assertThat(server.requests())
        .anyMatch(each -> each.contains("/pages/2/image?width=" + ReaderViewModel.WIDTH));
  }

  @Test
  void marksOnlyThatPartOfALineThatIsCited() {
    reader.open(line(2, 51, 78, false));
    var page = java.util.Objects.requireNonNull(reader.page().get());
    assertThat(reader.passage().boxes(page))
        .containsExactly(
            new Passage.Box(72 + 51 * 7, 90, 9 * 7, 12), new Passage.Box(72, 106, 18 * 7, 12));
  }

  @Test
  void marksNothingOfWhatWasNotFound() {
    reader.open(line(2, 51, 78, true));
    assertThat(reader.passage().isEmpty()).isTrue();
  }

  @Test
  void turnsPagesAndStopsAtTheEnds() {
    reader.open(line(2, 0, 5, false));
    reader.next();
    assertThat(shown()).isEqualTo(3);
    assertThat(reader.passage().isEmpty()).isTrue();
    assertThat(reader.hasNext()).isTrue();
    reader.next();
    assertThat(shown()).isEqualTo(3);
    assertThat(reader.hasNext()).isFalse();
    assertThat(reader.failure().get()).isNull();
    reader.previous();
    reader.previous();
    assertThat(shown()).isEqualTo(1);
    assertThat(reader.hasPrevious()).isFalse();
  }

  @Test
  void showsTheTextWhereThereIsNoPicture() {
    server.sources().withoutPictures();
    reader.open(line(1, 0, 5, false));
    assertThat(reader.page().get()).isNotNull();
    assertThat(reader.picture().get()).isNull();
    assertThat(reader.failure().get()).isNull();
    assertThat(reader.working().get()).isFalse();
  }

  @Test
  void saysSoWhenThereIsNoSuchPage() {
    reader.open(line(7, 0, 5, false));
    assertThat(reader.page().get()).isNull();
    assertThat(reader.failure().get()).isNotNull();
  }

  @Test
  void letsGoOfThePictureWhenItIsClosed() {
    reader.open(line(1, 0, 5, false));
    reader.close();
    assertThat(reader.picture().get()).isNull();
    assertThat(reader.page().get()).isNull();
    reader.next();
    assertThat(shown()).isZero();
  }
}
