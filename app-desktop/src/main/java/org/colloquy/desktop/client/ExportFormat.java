package org.colloquy.desktop.client;

import java.util.Locale;

/// The forms in which conversations leave.
public enum ExportFormat {
  MARKDOWN("Markdown", "md"),
  HTML("HTML", "html"),
  PDF("PDF", "pdf"),
  JSON("JSON", "colloquy");

  private final String title;
  private final String ending;

  ExportFormat(String title, String ending) {
    this.title = title;
    this.ending = ending;
  }

  /// What it is called, in every language.
  public String title() {
    return title;
  }

  /// How its files end.
  public String ending() {
    return ending;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
