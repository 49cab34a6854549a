package org.colloquy.desktop.ui.parts;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.colloquy.model.ModelPrice;

/// Sums of money as people read them.
public final class Money {
  private static final double MILLION = 1_000_000;

  private Money() {}

  /// The sum in the form of the person's language.
  ///
  /// @param millionths of a US dollar
  /// @param digits how many behind the point at the most
  public static String of(long millionths, int digits) {
    var format = NumberFormat.getCurrencyInstance(Locale.getDefault());
    format.setCurrency(Currency.getInstance(ModelPrice.CURRENCY));
    format.setMaximumFractionDigits(digits);
    return format.format(millionths / MILLION);
  }
}
