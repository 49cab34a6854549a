package org.colloquy.desktop.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.colloquy.desktop.client.RecipientEntry;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritersLookTest extends HistoryCase {
  private final ArrayList<String> looked = new ArrayList<>();
  private WritersLook look;
  private ConversationId talk;

  @BeforeEach
  void load() {
    talk = new ConversationId(add("Methane", "2026-03-10T12:00:00Z"));
    history.load();
    look = new WritersLook(history, background);
    look.whenLooked(entry -> looked.add(entry.title()));
  }

  private void share(boolean writable) {
    var shares = new ShareClient(server.address());
    shares.share(talk, RecipientEntry.named("bob"), writable);
  }

  @Test
  void leavesAloneWhatOthersMayOnlyRead() {
    history.selected().set(talk);
    share(false);
    look.begin();

    assertThat(background.waiting()).isZero();
  }

  @Test
  void looksAgainAndAgainWhereOthersMayAskWhileItIsOpen() {
    share(true);
    history.selected().set(talk);
    background.letTimePass();
    background.letTimePass();
    assertThat(looked).containsExactly("Methane", "Methane");

    history.selected().set(null);
    background.letTimePass();

    assertThat(looked).hasSize(2);
    assertThat(background.waiting()).isZero();
  }

  @Test
  void goesOnAfterTheServerDidNotAnswer() {
    share(true);
    history.selected().set(talk);
    server.refuse("/api/conversations/" + talk, 500, "{}");
    background.letTimePass();
    background.letTimePass();

    assertThat(looked).containsExactly("Methane");
    assertThat(history.failure().get()).isNull();
  }
}
