package org.colloquy.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.desktop.background.InlineBackground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("deep").resolve("desktop.json");
  }

  private void write(String json) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }

  @Test
  void startsWithTheDefaults() {
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void givesBackEverythingThatWasSet() {
    var all =
        Settings.DEFAULT
            .withLook(Look.DARK)
            .withLanguage(Language.GERMAN)
            .withEnterSends(false)
            .withLastModel("m")
            .withSidebarShown(false)
            .withSidebarWidth(333)
            .withSide(new SidePanel(true, 444, "FILES"))
            .withNavigation(
                new Navigation(List.of("f"), List.of("PIN"), true, Map.of("PIN", "Ctrl+P")))
            .withTextSize(150)
            .withWindow(new WindowPlace(1, 2, 1000, 700, true));
    new SettingsFile(file).save(all);
    assertThat(new SettingsFile(file).load()).isEqualTo(all);
    assertThat(file.resolveSibling("desktop.json.new")).doesNotExist();
  }

  @Test
  void ignoresWhatItDoesNotKnowAndFillsInWhatIsMissing() throws IOException {
    write("{\"look\":\"DARK\",\"fromTheFuture\":{\"a\":1}}");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT.withLook(Look.DARK));
  }

  @Test
  void neverShowsTextTooSmallOrTooLargeToGetBack() throws IOException {
    write("{\"textSize\":9000}");
    assertThat(new SettingsFile(file).load().textSize()).isEqualTo(200);
    write("{\"textSize\":-3}");
    assertThat(new SettingsFile(file).load().textSize()).isEqualTo(100);
  }

  @Test
  void losesOnlyTheValueThatIsBroken() throws IOException {
    write("{\"look\":\"PURPLE\",\"enterSends\":false,\"sidebarWidth\":\"wide\",\"window\":7}");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT.withEnterSends(false));
  }

  @Test
  void usesTheDefaultsWhenTheFileIsDamaged() throws IOException {
    write("{\"look\":");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
    write("");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
    write("[]");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void savesOnceSomeTimeAfterTheLastChange() {
    var background = new InlineBackground();
    var live = new LiveSettings(new SettingsFile(file), background);
    live.change(now -> now.withLook(Look.DARK));
    live.change(now -> now.withLook(Look.LIGHT));
    live.change(now -> now.withLook(Look.LIGHT));
    assertThat(background.waiting()).isOne();
    assertThat(file).doesNotExist();
    background.letTimePass();
    assertThat(new SettingsFile(file).load().look()).isEqualTo(Look.LIGHT);
  }

  @Test
  void savesWhatIsStillWaitingWhenTheProgramEnds() {
    var live = new LiveSettings(new SettingsFile(file), new InlineBackground());
    live.change(now -> now.withEnterSends(false));
    live.close();
    assertThat(new SettingsFile(file).load().enterSends()).isFalse();
  }
}
