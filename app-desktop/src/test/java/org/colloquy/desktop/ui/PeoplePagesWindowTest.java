package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedPeople;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

class PeoplePagesWindowTest extends WindowTest {
  private void open(String page) {
    interact(() -> wiring.shell().dialog().set(Dialog.PEOPLE));
    untilSays("grace");
    clickOn(page);
  }

  private boolean asked(String start, String... words) {
    return server.requests().stream()
        .anyMatch(each -> {
          var all = each.startsWith(start);
          for (var word : words) {
            all &= each.contains(word);
          }
          return all;
        });
  }

  private void dark(String picture) {
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), picture));
  }

  @Test
  void whatEverybodyUsedIsShownByPersonByDayAndByModelAndSaved() throws IOException {
    open("#showUsage");
    untilSays("=grace");
    untilSays("4 calls · about 1,210 tokens in · 85 out · $0.0038, and 1 call of unknown price");
    assertThat(asked("GET /api/usage/everybody?by=account")).isTrue();
    interact(() -> Pictures.save(scene(), "people-usage"));
    clickOn("#savePeopleUsage");
    until(() -> csv().length == 1);
    assertThat(Files.readString(folder.resolve(csv()[0])))
        .startsWith("account,name,calls,")
        .contains("'=grace");
    clickOn("#peopleByModel");
    untilSays("gpt-4o (OpenAI)");
    ChoiceBox<?> person = (ChoiceBox<?>) lookup("#usagePerson").query();
    until(() -> person.getItems().size() == 4);
    interact(() -> person.getSelectionModel().select(2));
    until(() -> asked("GET /api/usage/everybody?by=model", ScriptedPeople.id("ada")));
    dark("people-usage-dark");
  }

  private String[] csv() {
    var names = folder.toFile().list((_, name) -> name.endsWith(".csv"));
    return names == null ? new String[0] : names;
  }

  @Test
  void aKeyIsSharedWithAGroupAndTakenBackByKeyboardAndOthersAreOnlyShown() {
    server.account().people().addGroup("Lab", "ada");
    server.providers().addKey("Work");
    server.providers().othersKey("ada", "Mistral");
    open("#showSharedKeys");
    untilSays("Work · Colloquy built-in");
    untilSays("Yours alone");
    untilSays("Shared by ada: Everybody");
    interact(() -> lookup(".key-sharing").query().requestFocus());
    push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
    untilSays("Shared with: Group Lab");
    assertThat(asked("PATCH /api/keys/", ScriptedPeople.id("Lab"))).isTrue();
    interact(() -> Pictures.save(scene(), "people-keys"));
    dark("people-keys-dark");
    interact(() -> lookup(".key-sharing").query().requestFocus());
    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    untilSays("Yours alone");
    assertThat(asked("PATCH /api/keys/", "\"shared\":false")).isTrue();
  }

  @Test
  void whoHasNoKeysIsToldWhereToAddOne() {
    open("#showSharedKeys");
    untilSays("You have no keys, and nobody shares one.");
    clickOn("#peopleKeys");
    untilSays("Nickname of the key");
  }

  @Test
  void theLogIsShownPageByPageAndOfOnePersonOrActionAndChecked() {
    server.account().logged(230);
    open("#showPeopleLog");
    untilSays("All 2 entries are as they were written.");
    untilSays("Sign-in · refused");
    interact(() -> Pictures.save(scene(), "people-log"));
    clickOn("#logOlder");
    until(() -> lookup("#logList").queryListView().getItems().size() == 200);
    clickOn("#logOlder");
    until(() -> lookup("#logList").queryListView().getItems().size() == 230);
    assertThat(shows("#logOlder")).isFalse();
    ChoiceBox<?> person = (ChoiceBox<?>) lookup("#logPerson").query();
    interact(() -> person.getSelectionModel().select(2));
    until(() -> asked("GET /api/audit?", "account=" + ScriptedPeople.id("ada")));
    ComboBox<String> action = lookup("#logAction").queryComboBox();
    interact(() -> action.getSelectionModel().select("key-added"));
    untilSays("There is no such entry.");
    interact(() -> person.getSelectionModel().select(0));
    until(() -> lookup("#logList").queryListView().getItems().size() == 100);
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
    });
    interact(() -> Pictures.save(scene(), "people-log-small-dark"));
  }

  @Test
  void aCheckThatCouldNotBeMadeIsToldAndCanBeRepeated() {
    server.refuse(
        "/api/audit/check", 503, "{\"problem\":\"unavailable\",\"why\":\"The disk is full.\"}");
    open("#showPeopleLog");
    untilSays("The disk is full.");
    clickOn("#logCheck");
    untilSays("All 2 entries are as they were written.");
  }
}
