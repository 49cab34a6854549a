package org.colloquy.desktop.settings;

/// The panel at the right side of the window.
///
/// @param page the name of the page that was shown last; empty when none was
public record SidePanel(boolean shown, double width, String page) {
  static final SidePanel DEFAULT = new SidePanel(false, 320, "");

  public SidePanel withShown(boolean value) {
    return new SidePanel(value, width, page);
  }

  public SidePanel withWidth(double value) {
    return new SidePanel(shown, value, page);
  }

  public SidePanel withPage(String value) {
    return new SidePanel(shown, width, value);
  }
}
