package org.colloquy.desktop.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class HistoryPlacesTest extends HistoryCase {
  private static Consumer<ObjectNode> in(UUID folder) {
    return head -> head.put("folder", folder.toString());
  }

  @Test
  void putsPinnedOnesAndFoldersAboveTheDays() {
    var thesis = server.conversations().folders().add("Thesis");
    server.conversations().folders().add("Drafts");
    add("plain", head -> {});
    add("pinned", head -> head.put("pinned", true));
    add("filed", in(thesis));
    history.load();
    assertThat(rows())
        .containsExactly(
            "PINNED", "pinned", "FOLDERS", "- Drafts 0", "- Thesis 1", "  filed", "TODAY", "plain");
  }

  @Test
  void remembersWhatIsFolded() {
    var thesis = server.conversations().folders().add("Thesis");
    add("filed", in(thesis));
    history.load();
    history.fold(history.known().now().get().folders().getFirst());
    assertThat(rows()).containsExactly("FOLDERS", "+ Thesis 1");
    background.letTimePass();

    history = made();
    history.load();
    assertThat(rows()).containsExactly("FOLDERS", "+ Thesis 1");
    history.fold(history.known().now().get().folders().getFirst());
    assertThat(rows()).containsExactly("FOLDERS", "- Thesis 1", "  filed");
  }

  @Test
  void keepsWhatWasInAFolderThatIsRemoved() {
    var thesis = server.conversations().folders().add("Thesis");
    add("filed", in(thesis));
    history.load();
    history.known().removeFolder(thesis);
    assertThat(rows()).containsExactly("TODAY", "filed");
  }

  @Test
  void renamesFolders() {
    server.conversations().folders().add("Thesis");
    history.load();
    var folder = history.known().now().get().folders().getFirst();
    history.renameFolder(folder, " Papers ");
    history.renameFolder(folder, " ");
    assertThat(rows()).containsExactly("FOLDERS", "- Papers 0");
    assertThat(server.conversations().folders().names()).containsExactly("Papers");
  }

  @Test
  void movesSeveralAtOnce() {
    var thesis = server.conversations().folders().add("Thesis");
    add("one", head -> {});
    add("two", head -> {});
    history.load();
    history.commands().move(List.of(entry("one"), entry("two")), thesis);
    assertThat(rows()).hasSize(4).contains("- Thesis 2", "  one", "  two");
    history.commands().move(List.of(entry("one")), null);
    assertThat(rows()).containsExactly("FOLDERS", "- Thesis 1", "  two", "TODAY", "one");
  }

  @Test
  void pinsAndLetsGo() {
    add("one", head -> {});
    add("two", head -> head.put("pinned", true));
    history.load();
    history.commands().pin(List.of(entry("one"), entry("two")));
    assertThat(rows()).hasSize(3).startsWith("PINNED");
    history.commands().pin(List.of(entry("one"), entry("two")));
    assertThat(rows()).hasSize(3).startsWith("TODAY");
  }

  @Test
  void showsTheArchiveApart() {
    add("one", head -> {});
    add("old", head -> head.put("archived", true));
    history.load();
    assertThat(rows()).containsExactly("TODAY", "one");
    history.commands().archive(List.of(entry("one")));
    assertThat(rows()).isEmpty();
    history.archived().set(true);
    assertThat(rows()).hasSize(3).contains("one", "old");
    history.commands().archive(List.of(entry("old")));
    assertThat(rows()).containsExactly("TODAY", "one");
    history.archived().set(false);
    assertThat(rows()).containsExactly("TODAY", "old");
  }

  @Test
  void findsByTagWhereverItStands() {
    var thesis = server.conversations().folders().add("Thesis");
    add("filed", in(thesis));
    add("plain", head -> {});
    history.load();
    history.commands().tag(entry("filed"), " cells, ,genes");
    history.tag().set("cells");
    assertThat(rows()).containsExactly("TODAY", "filed");
    assertThat(entry("filed").place().tags()).containsExactly("cells", "genes");
    history.commands().tag(entry("filed"), "");
    assertThat(rows()).isEmpty();
  }

  @Test
  void saysWhatWasNotSeenUntilItIsOpened() {
    var id = add("one", head -> head.put("unread", true));
    history.load();
    assertThat(rows()).containsExactly("TODAY", "one !");
    history.selected().set(new ConversationId(id));
    assertThat(rows()).containsExactly("TODAY", "one");
    assertThat(entry("one").place().unread()).isFalse();
    history.selected().set(null);
    assertThat(rows()).containsExactly("TODAY", "one");
  }

  @Test
  void seesWhatEndsInTheOpenConversation() {
    var id = add("one", head -> {});
    history.load();
    history.selected().set(new ConversationId(id));
    server.conversations().change(id, head -> head.put("unread", true));
    history.touched(new ConversationId(id));
    assertThat(entry("one").place().unread()).isFalse();
  }

  @Test
  void hearsOfAnAnswerThatEndsWhileItIsNotOpen() {
    var id = add("one", head -> head.put("runningTurn", UUID.randomUUID().toString()));
    history.load();
    history.selected().set(new ConversationId(id));
    assertThat(background.waiting()).isZero();
    history.selected().set(null);
    background.letTimePass();
    assertThat(rows()).containsExactly("TODAY", "one");
    server.conversations().change(id, head -> head.putNull("runningTurn").put("unread", true));
    background.letTimePass();
    assertThat(rows()).containsExactly("TODAY", "one !");
    assertThat(background.waiting()).isZero();
  }

  @Test
  void asksOnlyForWhatChanged() {
    var id = add("one", head -> {});
    history.load();
    server.requests().clear();
    server.conversations().change(id, head -> head.put("title", "renamed"));
    history.touched(new ConversationId(id));
    assertThat(rows()).containsExactly("TODAY", "renamed");
    assertThat(server.requests()).containsExactly("GET /api/conversations/" + id + " ");
  }

  @Test
  void showsTheTitleThatAModelThoughtOfAfterTheFirstTurn() {
    var id = add("What is gneiss, and where", head -> {});
    history.load();
    history.touched(new ConversationId(id));
    server.conversations().change(id, head -> head.put("title", "Gneiss"));
    background.letTimePass();
    assertThat(rows()).containsExactly("TODAY", "Gneiss");
    assertThat(background.waiting()).isZero();
  }

  @Test
  void forgetsTheArchiveThatIsNotThereAnyMore() {
    var id = add("old", head -> head.put("archived", true));
    history.archived().set(true);
    assertThat(rows()).containsExactly("TODAY", "old");
    server.conversations().change(id, head -> head.put("archived", false));
    history.load();
    assertThat(rows()).isEmpty();
    history.archived().set(false);
    assertThat(rows()).containsExactly("TODAY", "old");
  }

  @Test
  void hearsWhatOtherProgramsAskedWhenAPersonComesBack() {
    var id = add("one", head -> {});
    history.load();
    add("two", head -> {});
    server.conversations().change(id, head -> head.put("unread", true));
    server.requests().clear();
    history.lookAgain();
    assertThat(rows()).hasSize(3).contains("one !", "two");
    assertThat(server.requests())
        .containsExactlyInAnyOrder(
            "GET /api/conversations?limit=50 ", "GET /api/shared-conversations ");
  }

  @Test
  void goesToTheNextAndBack() {
    add("one", head -> {});
    add("two", head -> {});
    history.load();
    var shown = rows();
    history.step(1);
    assertThat(history.selectedTitle()).isEqualTo(shown.get(1));
    history.step(1);
    assertThat(history.selectedTitle()).isEqualTo(shown.get(2));
    history.step(1);
    assertThat(history.selectedTitle()).isEqualTo(shown.get(1));
    history.step(-1);
    assertThat(history.selectedTitle()).isEqualTo(shown.get(2));
  }

  @Test
  void deletesSeveralAndBringsThemBack() {
    add("one", head -> {});
    add("two", head -> {});
    history.load();
    history.remove(List.of(entry("one"), entry("two")));
    assertThat(rows()).isEmpty();
    assertThat(server.conversations().titles()).isEmpty();
    history.undo();
    assertThat(rows()).hasSize(3);
  }

  @Test
  void arrangesThousandsInAMoment() {
    for (int i = 0; i < 5_000; i++) {
      add("talk " + i, i % 7 == 0 ? head -> head.put("pinned", true) : head -> {});
    }
    history.load();
    var begun = System.nanoTime();
    history.filter().set("talk 49");
    assertThat(rows()).hasSizeBetween(111, 113);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
  }
}
