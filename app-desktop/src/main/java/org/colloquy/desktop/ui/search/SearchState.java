package org.colloquy.desktop.ui.search;

import org.colloquy.desktop.client.Failure;

/// How far a search is.
public sealed interface SearchState {
  /// Nothing was typed.
  record Empty() implements SearchState {}

  /// It goes on; what was found before is still shown.
  record Searching() implements SearchState {}

  /// It is done.
  ///
  /// @param building whether something may be missing, because the index is still being built
  record Done(boolean building) implements SearchState {}

  record Failed(Failure failure) implements SearchState {}
}
