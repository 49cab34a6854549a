package org.colloquy.desktop.ui.shell;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.jspecify.annotations.Nullable;

/// Says in a few words what is known of a model.
final class ModelWords {
  private static final double MILLION = 1_000_000;
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
        : Text.of("model.price", money(price.input()), money(price.output()));
  }

  private static String money(long millionths) {
    var format = NumberFormat.getCurrencyInstance(Locale.getDefault());
    format.setCurrency(Currency.getInstance(ModelPrice.CURRENCY));
    format.setMaximumFractionDigits(3);
    return format.format(millionths / MILLION);
  }
}
