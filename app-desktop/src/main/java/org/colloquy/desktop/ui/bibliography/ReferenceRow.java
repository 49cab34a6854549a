package org.colloquy.desktop.ui.bibliography;

import java.util.stream.Collectors;
import org.colloquy.desktop.client.ReferenceEntry;
import org.colloquy.desktop.client.ReferenceEntry.Author;
import org.colloquy.desktop.client.ReferenceField;

/// A file in the list of publications.
///
/// @param name of the file
record ReferenceRow(String name, ReferenceEntry entry) {
  /// Its title; the file's name when that is not known.
  String title() {
    var title = entry.word(ReferenceField.TITLE);
    return title.isBlank() ? name : title;
  }

  /// Who wrote it, and when.
  String who() {
    var names = entry.authors().stream().map(Author::family).collect(Collectors.joining(", "));
    var year = entry.word(ReferenceField.YEAR);
    return names.isEmpty() || year.isEmpty() ? names + year : names + ", " + year;
  }
}
