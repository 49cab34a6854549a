package org.colloquy.desktop.ui.shell;

import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Money;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.jspecify.annotations.Nullable;

/// Says in a few words what is known of a model.
final class ModelWords {
  private static final int DIGITS = 3;
  private static final int THOUSAND = 1_000;

  private ModelWords() {}

  /// Its window and its price. That a price is not known is said, and is something else than none.
  static String of(ModelFacts facts) {
    var price = price(facts.price());
    var window = facts.contextWindow();
    return window == null ? price : Text.of("model.window", window / THOUSAND) + " · " + price;
  }

  private static String price(@Nullable ModelPrice price) {
    if (price == null) {
      return Text.of("model.price.unknown");
    }
    return price.equals(ModelPrice.FREE)
        ? Text.of("model.price.free")
        : Text.of("model.price", Money.of(price.input(), DIGITS), Money.of(price.output(), DIGITS));
  }
}
