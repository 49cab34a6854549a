package org.colloquy.desktop.ui.parts.usage;

import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Money;

/// Says in words what asking models took and cost.
public final class UsageWords {
  private static final int DIGITS = 4;

  private UsageWords() {}

  /// What it was used for.
  public static String title(UsageEntry entry) {
    if (!entry.name().isBlank()) {
      return entry.of() == null || isId(entry.of())
          ? entry.name()
          : entry.of() + " (" + entry.name() + ")";
    }
    return entry.of() == null || isId(entry.of()) ? Text.of("usage.nothing") : entry.of();
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}-.*");
  }

  /// How many calls, and what they took.
  public static String tokens(UsageEntry entry) {
    return Text.of(
        entry.estimated() == 0 ? "usage.tokens" : "usage.tokens.estimated",
        entry.calls(),
        entry.input(),
        entry.output());
  }

  /// The price, as far as it is known.
  public static String cost(UsageEntry entry) {
    var cost = entry.cost();
    if (cost == null) {
      return Text.of("usage.cost.unknown");
    }
    var money = Money.of(cost, DIGITS);
    return entry.unpriced() == 0 ? money : Text.of("usage.cost.more", money, entry.unpriced());
  }
}
