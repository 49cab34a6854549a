package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.TableView;
import org.colloquy.desktop.settings.Look;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageWindowTest extends WindowTest {
  @Test
  void showsWhatAskingModelsTookAndCost() {
    clickOn("#keysButton");
    clickOn("#back");
    clickOn("#openUsage");
    untilSays("4 calls · about 1,210 tokens in · 85 out · $0.0038, and 1 call of unknown price");
    interact(() -> Pictures.save(scene(), "usage-days"));
    clickOn("#byModel");
    untilSays("gpt-4o (OpenAI)");
    untilSays("$0.0038");
    untilSays("price unknown");
    interact(() -> Pictures.save(scene(), "usage"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    clickOn("#measureCost");
    untilSays("US dollars");
    interact(() -> Pictures.save(scene(), "usage-dark"));
    assertThat(says("gpt-4o (OpenAI)")).isTrue();
    clickOn("#lastWeek");
    until(() -> server.requests().stream().filter(each -> each.contains("by=model")).count() == 2);
  }

  @Test
  void savesWhatIsShownAsATable() throws IOException {
    clickOn("#usageButton");
    clickOn("#byKey");
    untilSays("=Home");
    clickOn("#saveUsage");
    until(() -> onlyCsv() != null);
    assertThat(Files.readString(folder.resolve(String.valueOf(onlyCsv()))))
        .startsWith("key,name,calls,")
        .contains("'=Home");
  }

  private @Nullable String onlyCsv() {
    var names = folder.toFile().list((_, name) -> name.endsWith(".csv"));
    return names == null || names.length == 0 ? null : names[0];
  }

  @Test
  void showsWhatOneKeyWasUsedFor() {
    clickOn("#keysButton");
    untilSays("Nickname of the key");
    until(() -> lookup("#provider").queryComboBox().getItems().size() == 5);
    interact(() -> lookup("#provider").queryComboBox().getSelectionModel().select(1));
    clickOn("#secret").write("sk-abcd1234");
    clickOn("#save");
    untilSays("•••1234");
    clickOn(".key-usage");
    untilSays("=Home");
    TableView<?> rows = lookup("#usageRows").queryTableView();
    assertThat(rows.getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    assertThat(server.requests()).anyMatch(request -> request.contains("by=key"));
  }
}
