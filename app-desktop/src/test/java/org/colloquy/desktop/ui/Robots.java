package org.colloquy.desktop.ui;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The robots that click and type in tests.
public final class Robots {
  private Robots() {}

  /// Makes what a robot works with, which otherwise comes with its first click. Call it before the
  /// first window is made: JavaFX's headless platform tells only the robot of that moment that the
  /// window was closed, and every other one keeps the window, and all that stands in it, for good.
  public static void make(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> robot.robotContext().getBaseRobot().retrieveMouse());
  }
}
