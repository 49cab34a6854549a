package org.colloquy.server.core.document;

/// How far the text of a file is read.
///
/// @param pages how many it has; 0 while that is not known
/// @param indexed how many of them are found by words and by meaning; those of a file that is READY
///   are all found by words
/// @param failure a sentence for the person; empty unless it FAILED
/// @param hint a sentence for the person, such as that a page was only a picture; empty if none
public record Reading(State state, int pages, int indexed, String failure, String hint) {
  /// It was not begun.
  public static final Reading NOT_BEGUN = new Reading(State.WAITING, 0, 0, "", "");

  /// What becomes of a file's text.
  public enum State {
    /// Others are read first.
    WAITING,
    /// It is being read.
    READING,
    /// It can be found and cited.
    READY,
    /// It could not be read.
    FAILED,
    /// There is no text in it.
    NOTHING
  }
}
