package org.colloquy.server.core.search;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;

/// Knows where words stand. It may be a moment behind the store, so what it finds is looked up
/// there before it is shown.
public interface SearchIndex {
  /// What an owner has of what is wanted, newest first, each file once.
  List<Found> find(AccountId owner, Wanted wanted);

  /// The part of a text in which the words stand.
  Excerpt excerpt(String words, String text);

  /// Something that was found.
  ///
  /// @param page of a file the first on which all words stand; 0 when they do not stand on a page
  record Found(UUID id, Place place, int page) {}
}
