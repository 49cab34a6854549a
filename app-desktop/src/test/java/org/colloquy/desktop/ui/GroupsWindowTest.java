package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedPeople;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

class GroupsWindowTest extends WindowTest {
  private void open() {
    interact(() -> wiring.shell().dialog().set(Dialog.PEOPLE));
    untilSays("grace");
    clickOn("#showGroups");
  }

  @Test
  void aGroupIsMadeFilledRenamedAndRemovedByKeyboard() {
    open();
    untilSays("There are no groups. Name one below.");
    write("Field work").push(KeyCode.ENTER);
    untilSays("nobody yet");
    untilSays("Nobody is in this group yet.");
    interact(() -> lookup("#newMember").queryComboBox().requestFocus());
    push(KeyCode.DOWN).push(KeyCode.DOWN);
    interact(() -> lookup("#joinGroup").queryButton().requestFocus());
    push(KeyCode.SPACE);
    untilSays("1 member");
    var group = ScriptedPeople.id("Field work");
    assertThat(server.requests())
        .anyMatch(each -> each.startsWith("PUT /api/groups/" + group + "/members/"));
    interact(() -> lookup("#groupName").queryTextInputControl().requestFocus());
    push(KeyCode.END).write(" 2027").push(KeyCode.ENTER);
    untilSays("Field work 2027");
    interact(() -> lookup("#removeGroup").queryButton().requestFocus());
    push(KeyCode.SPACE);
    untilSays("Remove the group Field work 2027 with its quota?");
    assertThat(server.requests()).noneMatch(each -> each.startsWith("DELETE"));
    interact(() -> lookup("#groupRemove").queryButton().requestFocus());
    push(KeyCode.SPACE);
    untilSays("There are no groups. Name one below.");
  }

  @Test
  void whoIsTakenOutCanBeAddedAgain() {
    server.account().people().addGroup("Lab", "ada", "grace");
    server.account().people().addGroup("Thesis", "owner");
    open();
    untilSays("2 members");
    interact(() -> Pictures.save(scene(), "people-groups"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "people-groups-dark"));
    clickOn(".member-leave");
    until(() -> !says("2 members"));
    assertThat(onWindow(() -> lookup("#newMember").queryComboBox().getItems().size())).isEqualTo(2);
    clickOn("Thesis");
    until(() ->
        lookup("#groupName").queryTextInputControl().getText().equals("Thesis")
            && lookup("#memberList").queryListView().getItems().size() == 1);
  }

  @Test
  void aNameThatIsTakenIsToldAndKept() {
    open();
    server.refuse("/api/groups", 409, "{\"problem\":\"conflict\",\"what\":\"name\"}");
    clickOn("#newGroup").write("Lab");
    clickOn("#addGroup");
    until(() -> shows(".failure"));
    assertThat(onWindow(() -> lookup("#newGroup").queryTextInputControl().getText()))
        .isEqualTo("Lab");
  }
}
