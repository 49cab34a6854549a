package org.colloquy.model;

import org.jspecify.annotations.Nullable;

/// A place in an answer that names a passage or quotes one, and what became of looking it up.
///
/// @param number that the answer says; 0 for a quotation without one
/// @param markerStart of the number's mark in the answer, brackets included, in UTF-16 units; of
///   the quotation where there is none
/// @param markerEnd after its last character
/// @param quote what the answer says in quotation marks; empty when it only names the passage
/// @param place where it stands; what is not found has the place that the answer names, or null
public record Citation(
    int number, int markerStart, int markerEnd, State state, String quote, @Nullable Place place) {

  /// What became of looking it up.
  public enum State {
    /// It stands at its place, word for word.
    FOUND,
    /// It stands nowhere in the documents.
    NOT_FOUND
  }

  /// A place in a document.
  ///
  /// @param file null for a document of an agent
  /// @param name of the file or document
  /// @param page from 1
  /// @param label what is printed on the page
  /// @param start of its first character in the page's text, in UTF-16 units
  /// @param end after its last character
  public record Place(
      @Nullable AttachmentId file, String name, int page, String label, int start, int end) {}
}
