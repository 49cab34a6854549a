package org.colloquy.desktop.settings;

import java.util.List;

/// How large the window's text is, in percent of the usual size.
public final class TextSize {
  public static final int USUAL = 100;
  private static final int LARGEST = 200;

  /// What is offered, the smallest first.
  public static final List<Integer> STEPS = List.of(USUAL, 110, 125, 150, 175, LARGEST);

  private TextSize() {}

  /// The size itself if it is one that can be shown, else the nearest.
  static int near(int percent) {
    return Math.clamp(percent, USUAL, LARGEST);
  }

  public static int larger(int percent) {
    return STEPS.stream().filter(step -> step > percent).findFirst().orElse(LARGEST);
  }

  public static int smaller(int percent) {
    return STEPS.reversed().stream().filter(step -> step < percent).findFirst().orElse(USUAL);
  }
}
