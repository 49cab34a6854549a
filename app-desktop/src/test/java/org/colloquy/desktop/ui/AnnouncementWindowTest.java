package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.VerticalDirection;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class AnnouncementWindowTest extends WindowTest {
  private final List<String> announced = new CopyOnWriteArrayList<>();

  @Override
  void prepare() {
    var said = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      said.add("Question " + i);
      said.add("Answer " + i);
    }
    server.conversations().add("Long talk", Instant.now(), said);
  }

  private void listen() {
    interact(() ->
        lookup(".announcement")
            .query()
            .accessibleTextProperty()
            .subscribe((_, words) -> announced.add(words)));
  }

  @Test
  void readsAnAnswerAloudSentenceBySentence() {
    listen();
    var script =
        server.next(Script.says("It is ", "**old**. It", " is", " hard.\n", "So").holdingAfter(2));
    ask("Why?");
    until(() -> announced.contains("It is old."));
    assertThat(announced).containsExactly("It is old.");
    script.go();
    until(() -> String.join(" ", announced).equals("It is old. It is hard. So"));
  }

  @Test
  void keepsQuietAboutWhatWasSaidBefore() {
    listen();
    untilSays("Long talk");
    clickOn("Long talk");
    untilSays("Answer 39");
    assertThat(announced).isEmpty();
  }

  @Test
  void marksThatNewTextHasArrivedBelow() {
    untilSays("Long talk");
    clickOn("Long talk");
    untilSays("Answer 39");
    moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    until(() -> shows(".latest"));
    assertThat(text(".latest")).isEqualTo("Jump to latest");
    clickOn(".latest");
    var script = server.next(Script.says("new ", "words\n\n".repeat(60)).holdingAfter(1));
    ask("More?");
    untilSays("new");
    moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    until(() -> shows(".latest"));
    script.go();
    until(() -> text(".latest").equals("New text below"));
    interact(() -> Pictures.save(scene(), "news-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "news-dark"));
    clickOn(".latest");
    until(() -> !shows(".latest"));
    moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    until(() -> shows(".latest"));
    assertThat(text(".latest")).isEqualTo("Jump to latest");
  }
}
