package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedSources;
import org.colloquy.desktop.ui.search.Speaker;
import org.junit.jupiter.api.Test;

class SearchWindowTest extends WindowTest {
  private static final String NEEDLE = "The needle is under the third haystack from the left.";

  private UUID talk = new UUID(0, 0);

  @Override
  void prepare() {
    var said = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      said.add(i == 21 ? NEEDLE : "This is line " + i + ", which says nothing about it.");
    }
    talk = server.conversations().add("Hay and straw", Instant.parse("2026-03-01T12:00:00Z"), said);
    var search = server.search();
    search.addConversation(talk, "Where a needle may be");
    search.addMessage(talk, "Hay and straw", server.conversations().idOf(talk, NEEDLE), NEEDLE);
    search.addMessage(
        UUID.randomUUID(),
        "On the history of sewing in towns",
        UUID.randomUUID(),
        "…and that is why nobody used a bone needle after that. A needle of steel was dear at"
            + " first, so that it was handed down from mother to daughter, and a lost one was"
            + " looked for all day…");
    search.addMemory("Prefers a needle to glue");
  }

  private void search(String words) {
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    until(() -> shows("#searchWords"));
    write(words);
  }

  @Test
  void opensAFoundMessageWhereItStandsAndHighlightsIt() {
    search("needle");
    untilSays("On the history of sewing in towns");
    untilSays("Prefers a");
    interact(() -> Pictures.save(scene(), "search"));

    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);

    until(() -> !shows("#searchWords"));
    until(() -> pointed() && says("third haystack"));
    interact(() -> Pictures.save(scene(), "search-opened"));
    assertThat(says("This is line 59,")).isFalse();
    until(() -> !pointed());
  }

  private boolean pointed() {
    return lookup(".message-row").queryAll().stream().anyMatch(SearchWindowTest::isPointed);
  }

  private static boolean isPointed(Node row) {
    return row.getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("pointed"));
  }

  @Test
  void opensAFoundMessageOfAnotherBranch() {
    server
        .conversations()
        .addInstead(
            talk, "This is line 0, which says nothing about it.", "Something else?", "Yes.");
    search("needle");
    untilSays("Prefers a");

    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);

    until(() -> pointed() && says("third haystack"));
  }

  @Test
  void goesOnFromTheFieldAboveTheConversations() {
    clickOn("#search").write("glue").push(KeyCode.ENTER);
    untilSays("Prefers a needle to");

    push(KeyCode.ENTER);

    until(() -> shows("#memoryQuery"));
  }

  @Test
  void opensThePageOfAFileOnWhichTheWordsStand() {
    server.sources().addPage("Nothing here.");
    server.sources().addPage("A glacier of ice.");
    server.search().addPage(talk, ScriptedSources.FILE, "ice.pdf", 2, "A glacier of ice.");
    search("glacier");
    untilSays("ice.pdf, page 2");
    interact(() -> Pictures.save(scene(), "search-page"));

    push(KeyCode.DOWN).push(KeyCode.ENTER);

    untilSays("Page 2");
    until(() -> !shows("#searchWords"));
  }

  @Test
  void asksOnlyForWhatOneSaidAndForOneAgent() {
    search("needle");
    untilSays("Prefers a");
    interact(() -> {
      lookup("#searchSpeaker").<ChoiceBox<Speaker>>query().setValue(Speaker.YOU);
      var agents = lookup("#searchAgent").<ChoiceBox<Object>>query();
      agents.setValue(agents.getItems().getLast());
    });
    until(() ->
        server.requests().stream()
            .anyMatch(one -> one.contains("&role=user") && one.contains("&agent=")));
  }

  @Test
  void saysThatNothingWasFoundAndCloses() {
    search("zebra");
    untilSays("Nothing was found.");
    interact(() -> Pictures.save(scene(), "search-nothing"));

    push(KeyCode.ESCAPE);

    until(() -> !shows("#searchWords"));
  }

  @Test
  void saysWhyItCouldNotSearch() {
    for (var i = 0; i < "needle".length() + 1; i++) { // on a slow machine each letter is asked for
      server.refuse("/api/search", 503, "{\"problem\":\"unavailable\",\"why\":\"Not now.\"}");
    }
    search("needle");

    until(() -> shows(".failure"));
  }
}
