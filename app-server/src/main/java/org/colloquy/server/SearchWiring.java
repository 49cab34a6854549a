package org.colloquy.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.colloquy.server.core.search.Indexing;
import org.colloquy.server.core.search.SearchStore;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.DatabaseEncryption;
import org.colloquy.server.storage.OwnerOnly;

/// Makes what finds things by their words.
final class SearchWiring {
  private SearchWiring() {}

  /// Where the database file is encrypted, the words in the index are as well.
  static LuceneIndex index(Path folder, SecureRandom random) {
    var place = OwnerOnly.made(folder.resolve(DatabaseEncryption.SEARCH_INDEX));
    return new DatabaseEncryption(folder, Database.NO_PASSWORD).isDone()
        ? LuceneIndex.sealedIn(place, random)
        : LuceneIndex.in(place);
  }

  static Indexing follow(
      Database database, SearchStore store, LuceneIndex index, InstantSource clock) {
    var indexing = Indexing.start(store, index, clock);
    database.afterWrites(indexing::wake);
    return indexing;
  }
}
