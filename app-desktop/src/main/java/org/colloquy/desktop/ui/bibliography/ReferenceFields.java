package org.colloquy.desktop.ui.bibliography;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.client.ReferenceEntry;
import org.colloquy.desktop.client.ReferenceEntry.Author;
import org.colloquy.desktop.client.ReferenceField;
import org.colloquy.desktop.text.Text;

/// What is written of a publication. Each author has a line: the family's name, a comma, and the
/// given names.
final class ReferenceFields {
  private final Map<ReferenceField, StringProperty> words = new EnumMap<>(ReferenceField.class);
  private final StringProperty authors = new SimpleStringProperty("");

  ReferenceFields() {
    for (var field : ReferenceField.values()) {
      words.put(field, new SimpleStringProperty(""));
    }
  }

  /// What people call it.
  static String name(ReferenceField field) {
    return switch (field) {
      case TITLE -> Text.of("bibliography.field.title");
      case YEAR -> Text.of("bibliography.field.year");
      case CONTAINER -> Text.of("bibliography.field.container");
      case VOLUME -> Text.of("bibliography.field.volume");
      case ISSUE -> Text.of("bibliography.field.issue");
      case PAGES -> Text.of("bibliography.field.pages");
      case PUBLISHER -> Text.of("bibliography.field.publisher");
      case DOI -> "DOI";
      case ISBN -> "ISBN";
      case ARXIV -> "arXiv";
      case URL -> Text.of("bibliography.field.url");
      case KIND -> Text.of("bibliography.field.kind");
      case KEY -> Text.of("bibliography.field.key");
    };
  }

  StringProperty word(ReferenceField field) {
    return words.computeIfAbsent(field, _ -> new SimpleStringProperty(""));
  }

  StringProperty authors() {
    return authors;
  }

  void show(ReferenceEntry entry) {
    words.forEach((field, word) -> word.set(entry.word(field)));
    authors.set(
        entry.authors().stream()
            .map(one -> one.given().isEmpty() ? one.family() : one.family() + ", " + one.given())
            .collect(Collectors.joining("\n")));
  }

  /// What is written, about the same file.
  ReferenceEntry written(ReferenceEntry about) {
    var written = new EnumMap<ReferenceField, String>(ReferenceField.class);
    words.forEach((field, word) -> written.put(field, word.get().strip()));
    return new ReferenceEntry(about.file(), about.origin(), written, people());
  }

  private List<Author> people() {
    var people = new ArrayList<Author>();
    for (var line : authors.get().lines().filter(line -> !line.isBlank()).toList()) {
      var comma = line.indexOf(',');
      people.add(
          comma < 0
              ? new Author(line.strip(), "")
              : new Author(line.substring(0, comma).strip(), line.substring(comma + 1).strip()));
    }
    return people;
  }
}
