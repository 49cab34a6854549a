package org.colloquy.desktop.client;

/// A form in which other programs read references, or an answer with their keys.
public enum ReferenceForm {
  BIBTEX("bibtex", "BibTeX", "references.bib"),
  RIS("ris", "RIS", "references.ris"),
  CSL("csl", "CSL-JSON", "references.json"),
  /// The answer itself, with keys where it cites. Conversations have none.
  ANSWER("markdown", "Pandoc", "answer.md");

  private final String wire;
  private final String title;
  private final String fileName;

  /// @param title its own name, in every language
  ReferenceForm(String wire, String title, String fileName) {
    this.wire = wire;
    this.title = title;
    this.fileName = fileName;
  }

  String wire() {
    return wire;
  }

  public String title() {
    return title;
  }

  /// What such a file is called when nothing else is said.
  public String fileName() {
    return fileName;
  }
}
