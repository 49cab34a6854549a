package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Keeps how many wrong tries to sign in there were of late, for all servers together.
public interface WrongTryStore {
  /// How many of a kind are kept; those give way that changed longest ago.
  int MOST = 10_000;

  /// What was tried, or from where, without its name.
  ///
  /// @param kind what it is, at most 32 characters
  /// @param hash what tells it from all others of its kind, at most 64 characters
  record Subject(String kind, String hash) {}

  /// What is kept of these; those that nothing is kept of are missing.
  Map<Subject, WrongTries> find(Collection<Subject> subjects);

  /// Changes what is kept of these, while nobody else changes anything. Nothing is changed when the
  /// decision throws.
  ///
  /// @param decide told what is kept, says what is to be kept; nothing of those that it leaves out
  void change(Collection<Subject> subjects, UnaryOperator<Map<Subject, WrongTries>> decide);

  /// Removes what counts no more.
  void forget(Instant now);
}
