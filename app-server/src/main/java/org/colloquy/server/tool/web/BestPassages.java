package org.colloquy.server.tool.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.server.retrieval.WordIndex;

/// Chooses what of many pages is quoted to a model.
final class BestPassages {
  private static final int MOST = 6;
  private static final int MOST_OF_ONE_PAGE = 3;
  private static final int MOST_CHARACTERS = 6_000;
  private static final int LOOKED_AT = 200;

  private BestPassages() {}

  /// The passages that fit the question best, best first, each text once; none when nothing fits.
  static List<Passage> of(List<Page> pages, String question) {
    var passages = pages.stream().flatMap(page -> Passage.of(page).stream()).toList();
    var texts = passages.stream().map(Passage::text).toList();
    var chosen = new LinkedHashMap<String, Passage>();
    int room = MOST_CHARACTERS;
    for (var hit : new WordIndex(texts).sharing(question, LOOKED_AT)) {
      var passage = passages.get(hit.place());
      if (chosen.size() < MOST
          && passage.text().length() <= room
          && ofPage(chosen, passage.page()) < MOST_OF_ONE_PAGE
          && chosen.putIfAbsent(passage.text(), passage) == null) {
        room -= passage.text().length();
      }
    }
    return List.copyOf(chosen.values());
  }

  private static long ofPage(Map<String, Passage> chosen, Page page) {
    return chosen.values().stream().filter(passage -> passage.page().equals(page)).count();
  }
}
