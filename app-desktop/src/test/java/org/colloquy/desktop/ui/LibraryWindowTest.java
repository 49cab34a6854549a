package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class LibraryWindowTest extends WindowTest {
  @Override
  void prepare() {
    var talk = UUID.randomUUID();
    server.files().add(talk, "Glacier survey 2025.pdf", "application/pdf", 13);
    server.files().add(talk, "wells.csv", "text/csv", 13);
    server.files().readAs("ready", "");
  }

  @Test
  void takesAFileOfAnotherConversationIntoTheNextQuestion() {
    clickOn("#libraryButton");
    untilSays("wells.csv");
    interact(() -> Pictures.save(scene(), "library"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "library-dark"));
    clickOn("#libraryQuery").write("Glacier");
    until(() -> !says("wells.csv"));

    clickOn("#libraryList .panel-cell .button");

    until(() -> server.files().names().size() == 3);
    assertThat(server.files().names()).filteredOn("Glacier survey 2025.pdf"::equals).hasSize(2);
    untilSays("Glacier survey 2025.pdf");
  }

  @Test
  void namesAFileWhileOneWrites() {
    clickOn("#area").write("#");
    untilSays("wells.csv");
    interact(() -> Pictures.save(scene(), "library-trigger"));
    write("wells");
    until(() -> !says("Glacier survey 2025.pdf"));
    push(KeyCode.ENTER);

    until(() -> server.files().names().size() == 3);
    assertThat(lookup("#area").queryTextInputControl().getText()).isEmpty();
  }

  @Test
  void namesAConversationWhileOneWrites() {
    ask("Why is snow white?");
    clickOn("#newChatButton");
    clickOn("#area").write("#");
    untilSays("Conversation");
    write("snow");
    push(KeyCode.ENTER);

    until(() -> server.files().names().stream().anyMatch(name -> name.endsWith(".md")));
  }

  @Test
  void leavesHeadingsAlone() {
    clickOn("#area").write("# wells");
    assertThat(shows("#triggerList")).isFalse();
    assertThat(server.requests()).noneMatch(line -> line.contains("query=%20wells"));
  }
}
