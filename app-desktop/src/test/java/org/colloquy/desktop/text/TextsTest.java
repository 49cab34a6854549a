package org.colloquy.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path FOLDER = RESOURCES.resolve("org/colloquy/desktop/text");
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");
  private static final Pattern IN_CODE = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)*)\"");

  /// The texts that are the same in English because the words are, or because there are none.
  private static final Map<String, Set<String>> LIKE_ENGLISH =
      Map.of(
          "de",
          Set.of(
              "chat.branch.place",
              "chat.info.agent",
              "keyboard.change",
              "keys.name",
              "people.person",
              "size.kilobytes",
              "size.megabytes"),
          "fr",
          Set.of(
              "agents.instructions",
              "agents.title",
              "agents.variables",
              "chat.branch.place",
              "chat.info.agent",
              "chat.info.minutes",
              "chat.info.parameters.top-p",
              "chat.info.seconds",
              "chat.instructions",
              "chat.messages",
              "composer.settings",
              "files.ready",
              "history.list",
              "palette.actions",
              "people.quotas",
              "privacy.import.row",
              "reader.page",
              "search.conversations",
              "search.instructions",
              "search.messages",
              "shell.agents",
              "side.sources",
              "sources.place",
              "tables.dates",
              "tables.mark.double",
              "tables.mark.point",
              "tables.type.date",
              "upload.sending"),
          "es",
          Set.of(
              "agents.variables",
              "chat.branch.place",
              "chat.info.minutes",
              "chat.info.parameters.top-p",
              "chat.info.seconds",
              "keyboard.change",
              "upload.sending"),
          "nb",
          Set.of(
              "chat.branch.place",
              "chat.info.agent",
              "chat.info.minutes",
              "chat.info.parameters.top-p",
              "chat.info.seconds",
              "composer.send",
              "keyboard.change",
              "keys.test",
              "model.window",
              "people.person",
              "settings.enter",
              "size.kilobytes",
              "size.megabytes",
              "tools.form.program.path",
              "upload.sending"),
          "zh",
          Set.of(
              "chat.branch.place",
              "chat.info.parameters.top-p",
              "model.window",
              "size.kilobytes",
              "size.megabytes"));

  private static Properties read(String name) throws IOException {
    var texts = new Properties();
    texts.load(new StringReader(Files.readString(FOLDER.resolve(name))));
    return texts;
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      var all = new StringBuilder();
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static Set<String> usedInFxml() throws IOException {
    var used = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (var file : files.filter(each -> each.toString().endsWith(".fxml")).toList()) {
        IN_FXML.matcher(Files.readString(file)).results().forEach(hit -> used.add(hit.group(1)));
      }
    }
    return used;
  }

  /// Keys in code, also those that are put together from a place and what happened there.
  private static Set<String> usedInCode(Set<Object> keys) throws IOException {
    var words = new TreeSet<String>();
    IN_CODE.matcher(sources()).results().forEach(hit -> words.add(hit.group(1)));
    var used = new TreeSet<String>();
    for (var key : keys) {
      var bare = key.toString().replaceFirst("\\.next$", "");
      var place = bare.replaceFirst("^(problem\\.(upstream\\.)?|audit\\.)", "");
      if (words.contains(bare) || (!place.equals(bare) && words.contains(place))) {
        used.add(key.toString());
      }
    }
    return used;
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "nb", "zh"})
  void everyLanguageHasEveryText(String language) throws IOException {
    assertThat(in(language).keySet()).isEqualTo(read("texts.properties").keySet());
  }

  private static Properties in(String language) throws IOException {
    return read("texts_" + language + ".properties");
  }

  @Test
  void everyTextThatFxmlAsksForIsThere() throws IOException {
    assertThat(read("texts.properties").keySet()).containsAll(usedInFxml());
  }

  @Test
  void everyTextThatCodeAsksForIsThere() throws IOException {
    var asked = new TreeSet<Object>();
    Pattern.compile("Text\\.of\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]")
        .matcher(sources())
        .results()
        .forEach(hit -> asked.add(hit.group(1)));
    assertThat(asked).isNotEmpty();
    assertThat(read("texts.properties").keySet()).containsAll(asked);
  }

  @Test
  void noTextIsUnused() throws IOException {
    var unused = new TreeSet<Object>(read("texts.properties").keySet());
    unused.removeAll(usedInFxml());
    unused.removeAll(usedInCode(read("texts.properties").keySet()));
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de", "_fr", "_es", "_nb", "_zh"})
  void everyTextCanBeFilledIn(String ending) throws IOException {
    var texts = read("texts" + ending + ".properties");
    for (var key : texts.stringPropertyNames()) {
      var text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
      assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4}))
          .isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "nb", "zh"})
  void allLanguagesFillInTheSameThings(String language) throws IOException {
    var english = read("texts.properties");
    var other = in(language);
    for (var key : english.stringPropertyNames()) {
      assertThat(places(other.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static Set<String> places(String text) {
    return new TreeSet<>(
        Arrays.asList(
            Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "nb", "zh"})
  void noLanguageIsEnglishWhereItsWordsAreOthers(String language) throws IOException {
    var english = read("texts.properties");
    var other = in(language);
    var same =
        english.stringPropertyNames().stream()
            .filter(key -> english.getProperty(key).equals(other.getProperty(key)))
            .toList();
    assertThat(same).containsExactlyInAnyOrderElementsOf(LIKE_ENGLISH.get(language));
  }
}
