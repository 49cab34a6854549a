package org.colloquy.server.core.bibliography;

import java.util.List;

/// The forms in which programs hand references to each other.
public interface ReferenceForms {
  /// Such a form.
  enum Form {
    BIBTEX,
    RIS,
    CSL
  }

  /// What a text lists.
  ///
  /// @throws org.colloquy.model.ProblemException Invalid when it is not in this form
  List<Reference> read(Form form, String text);

  /// A text that other programs read.
  String write(Form form, List<Reference> references);
}
