package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ToolsWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.mcp().add("lab", "ready");
    server.mcp().add("library", "changed");
    server.mcp().add("telescope", "failed");
    server.tools().allow("create_memory", 1);
    server.tools().refuse("read_page");
  }

  private void open() {
    clickOn("#toolsButton");
    untilSays("Not there: It went away.");
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name));
  }

  private String field(String query) {
    return lookup(query).queryTextInputControl().getText();
  }

  @Test
  void showsHowItStandsWithEachServerAndSwitchesOneOff() {
    open();
    assertThat(says("Ready, with 2 tools")).isTrue();
    assertThat(says("Its 2 tools wait for your approval")).isTrue();
    picture("tool-servers");
    clickOn(".server-cell .toggle-button");
    until(() -> !server.mcp().named("lab").get("on").asBoolean());
    until(() -> text(".server-cell .toggle-button").equals("Off"));
  }

  @Test
  void addsAProgramWithASecretThatIsNeverShown() {
    open();
    clickOn("#addServer");
    clickOn("#serverName").write("rocks");
    clickOn("#serverProgram").write("npx");
    clickOn("#serverArguments").write("-y").push(KeyCode.ENTER).write("rock server");
    clickOn("#addServerVariable");
    write("ROCK_KEY");
    clickOn(".password-field").write("s3cret");
    untilSays("npx -y \"rock server\"");
    assertThat(says("s3cret")).isFalse();
    picture("tool-server-form");
    clickOn("#saveServer");
    untilSays("This program is started");
    untilSays("Its 2 tools wait for your approval");
    assertThat(says("ROCK_KEY")).isTrue();
    picture("tool-server-approval");
    clickOn("#approveServer");
    untilSays("Ready, with 2 tools");
    assertThat(server.mcp().named("rocks").get("state").asText()).isEqualTo("ready");
  }

  @Test
  void forgetsWhatWasEnteredWhenTheDialogIsClosed() {
    open();
    clickOn("#addServer");
    clickOn("#serverName").write("rocks");
    push(KeyCode.ESCAPE);
    open();
    clickOn("#addServer");
    assertThat(field("#serverName")).isEmpty();
  }

  @Test
  void readsWhatAServerHasAndTakesItIntoTheQuestion() {
    open();
    clickOn(lookup(".server-cell .button").nth(1).<javafx.scene.control.Button>query());
    untilSays("Questions it has ready");
    interact(() -> lookup("#promptLines .text-field").queryTextInputControl().setText("tea"));
    interact(() -> lookup("#promptLines .button").queryButton().fire());
    until(() -> field("#offered").equals("What is tea?"));
    picture("tool-server");
    interact(() -> lookup("#takeOffer").queryButton().fire());
    until(() -> !shows("#offered"));
    assertThat(field(".composer-area")).isEqualTo("What is tea?");
  }

  @Test
  void asksBeforeItDeletesAServer() {
    open();
    clickOn(".server-cell .button");
    untilSays("Delete “lab”?");
    clickOn("#keepServer");
    assertThat(server.mcp().count()).isEqualTo(3);
    clickOn(".server-cell .button");
    clickOn("#removeServer");
    until(() -> server.mcp().count() == 2);
    until(() -> !says("Ready, with 2 tools"));
  }

  @Test
  void showsAndForgetsWhatWasDecided() {
    open();
    clickOn("#showRules");
    untilSays("Always allowed for Geologist · since Nov 20, 2026");
    assertThat(says("Refused for good for everybody")).isTrue();
    assertThat(says("always allowed · asks one service")).isTrue();
    picture("tool-rules");
    clickOn(".decision-cell .button");
    until(() -> !says("Always allowed for Geologist"));
  }
}
