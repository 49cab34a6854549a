package org.colloquy.server.retrieval;

import java.util.List;

/// English words that say nothing about what is looked for.
final class CommonWords {
  static final List<String> ENGLISH =
      List.of(
          ("a about am an and any are as at be been but by can could did do does for from get give"
               + " had has have he her him his how i if in into is it its just know like look me"
               + " more my no not of on or our please recall remember said say she should show so"
               + " some tell than that the their them then there these they this to up us was we"
               + " were what when where which who whom why will with would write wrote written you"
               + " your")
              .split(" "));

  private CommonWords() {}
}
