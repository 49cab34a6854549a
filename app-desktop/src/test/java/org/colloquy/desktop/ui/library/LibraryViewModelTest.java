package org.colloquy.desktop.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final List<ConversationId> gone = new ArrayList<>();
  private final List<Upload.Content> attached = new ArrayList<>();
  private final LibraryViewModel library =
      new LibraryViewModel(
          new FileClient(server.address()),
          background,
          new LibraryViewModel.Uses(gone::add, attached::addAll));
  private final UUID conversation = UUID.randomUUID();

  @AfterEach
  void stop() {
    server.close();
  }

  private void add(String name) {
    server.files().add(conversation, name, "text/plain", 13);
  }

  private List<String> names() {
    return library.files().stream().map(entry -> entry.file().name()).toList();
  }

  @Test
  void showsTheNewestFirstAndOlderOnesWhenTheyAreWanted() {
    for (int i = 1; i <= LibraryViewModel.PAGE + 2; i++) {
      add("file " + i);
    }

    library.open();
    assertThat(names()).hasSize(LibraryViewModel.PAGE).startsWith("file 52", "file 51");
    assertThat(library.more().get()).isTrue();

    library.showMore();
    assertThat(names()).hasSize(52).endsWith("file 2", "file 1");
    assertThat(library.more().get()).isFalse();
  }

  @Test
  void looksForWhatIsTyped() {
    add("snow & ice.pdf");
    add("rock.pdf");
    library.open();

    library.query().set("snow &");
    background.letTimePass();

    assertThat(names()).containsExactly("snow & ice.pdf");
  }

  @Test
  void goesToWhereAFileIsAndTakesItIntoTheNextQuestion() throws IOException {
    add("rock.txt");
    library.open();
    var entry = library.files().getFirst();

    library.go(entry);
    library.attach(entry);

    assertThat(gone).containsExactly(new ConversationId(conversation));
    var content = attached.getFirst();
    assertThat(content.name()).isEqualTo("rock.txt");
    try (var bytes = content.bytes().open()) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("what is in it");
    }
  }

  @Test
  void tellsWhenItCouldNotLook() {
    server.refuse("/api/files", 503, "{\"problem\":\"unavailable\",\"sentence\":\"Not now.\"}");
    library.open();
    assertThat(library.failure().get()).isNotNull();

    library.open();
    assertThat(library.failure().get()).isNull();
  }
}
