package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class SharesWindowTest extends WindowTest {
  private UUID sky = new UUID(0, 0);
  private UUID rice = new UUID(0, 0);

  @Override
  void prepare() {
    var conversations = server.conversations();
    conversations.add("My own talk", Instant.now(), List.of("mine", "all mine"));
    sky = conversations.add("Why the sky is blue", Instant.now(), List.of("Why?", "It scatters."));
    rice = conversations.add("Methane in paddies", Instant.now(), List.of("How much?", "Much."));
    var shares = server.account().shares();
    conversations.change(sky, head -> shares.offer(head, "ada", "read"));
    conversations.change(rice, head -> shares.offer(head, "grace", "write"));
    conversations.say(rice, "And from rice?", "").put("askedBy", "bob");
  }

  private void wantToShare() {
    untilSays("My own talk");
    moveTo("My own talk").clickOn(MouseButton.SECONDARY);
    clickOn("Share …");
    until(() -> shows("#sharesList"));
  }

  @Test
  void sharesWithAGroupAndWithAUsernameAndEndsIt() {
    wantToShare();
    clickOn("#sharesWith .text-field").write("Methane (group)");
    clickOn("#sharesWrite").clickOn("#sharesAdd");
    until(() -> shows(".share-end"));
    clickOn("#sharesWrite");
    clickOn("#sharesWith .text-field").write("bob").push(KeyCode.ENTER);
    untilSays("bob");
    interact(() -> Pictures.save(scene(), "shares"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "shares-dark"));
    assertThat(server.requests())
        .anyMatch(each -> each.contains("/shares {\"right\":\"write\",\"group\""))
        .anyMatch(each -> each.contains("/shares {\"right\":\"read\",\"username\":\"bob\"}"));
    clickOn(onWindow(() -> lookup(".share-end").queryAll().iterator().next()));
    until(() -> server.requests().stream().anyMatch(each -> each.startsWith("DELETE")));
  }

  @Test
  void saysThatThereIsNobodyOfThisName() {
    wantToShare();
    clickOn("#sharesWith .text-field").write("nobody").push(KeyCode.ENTER);
    until(() -> shows(".failure"));
  }

  @Test
  void whatIsSharedToReadIsReadAndNotAsked() {
    untilSays("Shared with me");
    clickOn("Why the sky is blue");
    untilSays("It scatters.");
    untilSays("ada shares this conversation with you to read.");
    assertThat(shows(".composer-area")).isFalse();
    assertThat(shows("#send")).isFalse();
    interact(() -> Pictures.save(scene(), "shared-to-read"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "shared-to-read-dark"));
    clickOn("My own talk");
    untilSays("all mine");
    until(() -> shows(".composer-area"));
  }

  @Test
  void aDotIsAtWhatWasNotSeenUntilItIsOpened() {
    server.conversations().change(sky, head -> head.put("unread", true));
    interact(() -> wiring.shell().history().lookAgain());
    until(() -> shows(".unread-dot"));
    interact(() -> Pictures.save(scene(), "shared-unread"));
    clickOn("Why the sky is blue");
    untilSays("It scatters.");
    until(() -> !shows(".unread-dot"));
    until(() -> server.requests().stream().anyMatch(each -> each.contains(sky + "/seen")));
  }

  @Test
  void saysThatFilesTablesAndActivityAreTheOwnersAndAsksForNone() {
    untilSays("Shared with me");
    clickOn("#sideButton");
    clickOn("Why the sky is blue");
    untilSays("It scatters.");
    for (var page : List.of("FILES", "TABLES", "ACTIVITY")) {
      clickOn("#side" + page);
      untilSays("belong to ada and are not shown to others.");
      assertThat(shows(".failure")).isFalse();
    }
    interact(() -> Pictures.save(scene(), "side-of-others"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "side-of-others-dark"));
    clickOn("#sideSOURCES");
    until(() -> !says("belong to ada"));
    clickOn("#sideFILES");
    clickOn("My own talk");
    untilSays("all mine");
    until(() -> !says("belong to ada"));
    assertThat(server.requests())
        .noneMatch(each -> each.matches(".*" + sky + "/(tables|activity).*"));
  }

  @Test
  void inWhatIsSharedToWriteOneAsksAndSeesWhoAsked() {
    untilSays("Methane in paddies");
    clickOn("Methane in paddies");
    untilSays("bob");
    until(() -> shows(".composer-area"));
    assertThat(shows("#attach")).isFalse();
    interact(() -> Pictures.save(scene(), "shared-to-write"));
  }

  @Test
  void showsAnAnswerThatSomebodyElseBegan() {
    untilSays("Why the sky is blue");
    clickOn("Why the sky is blue");
    untilSays("It scatters.");
    server.conversations().addToolRound(sky, "tell_time", "noon", "And at noon as well.");
    server
        .conversations()
        .change(sky, head -> head.put("updatedAt", String.valueOf(Instant.now().plusSeconds(1))));
    untilSays("And at noon as well.");
  }

  @Test
  void saysThatItIsSharedNoMore() {
    untilSays("Why the sky is blue");
    clickOn("Why the sky is blue");
    untilSays("It scatters.");
    server.refuse("/messages", 404, "{\"problem\":\"not-found\",\"what\":\"conversation\"}");
    server.account().shares().takeBack();
    until(() -> shows(".failure"));
  }
}
