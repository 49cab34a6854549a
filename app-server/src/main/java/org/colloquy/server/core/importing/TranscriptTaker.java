package org.colloquy.server.core.importing;

/// Takes what a file of conversations has.
public interface TranscriptTaker {
  /// One conversation.
  void transcript(Transcript transcript);

  /// One that cannot be read.
  ///
  /// @param what as a person would find it: its title or its place in the file
  /// @param why one sentence
  void unreadable(String origin, String what, String why);
}
