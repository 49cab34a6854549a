package org.colloquy.server.tool.web;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.retrieval.PassageIndex;

/// Chooses what of many pages is quoted to a model.
final class BestPassages {
  private static final int MOST = 6;
  private static final int MOST_OF_ONE_PAGE = 3;
  private static final int MOST_CHARACTERS = 6_000;
  private static final int LOOKED_AT = 200;

  /// Little, because the pages are about the question already and many sources are better than one.
  private static final float WORTH_QUOTING = 0.2f;

  private BestPassages() {}

  /// The passages that fit the question best, best first; none when nothing fits.
  static List<Passage> of(List<Page> pages, String question) {
    var passages = pages.stream().flatMap(page -> Passage.of(page).stream()).toList();
    var index = new PassageIndex<>(passages, Passage::text);
    var chosen = new ArrayList<Passage>();
    int characters = 0;
    for (var passage : index.best(question, LOOKED_AT, WORTH_QUOTING)) {
      int more = characters + passage.text().length();
      if (chosen.size() < MOST
          && more <= MOST_CHARACTERS
          && ofPage(chosen, passage.page()) < MOST_OF_ONE_PAGE) {
        chosen.add(passage);
        characters = more;
      }
    }
    return chosen;
  }

  private static long ofPage(List<Passage> chosen, Page page) {
    return chosen.stream().filter(passage -> passage.page().equals(page)).count();
  }
}
