package org.colloquy.desktop.settings;

import org.jspecify.annotations.Nullable;

/// What a person set on this computer.
///
/// @param lastModel the id of the model that was chosen last; empty when none was
/// @param enterSends whether Enter sends and Shift+Enter starts a line, or the other way round
/// @param window null before the window was opened for the first time
public record Settings(
    Look look,
    Language language,
    boolean enterSends,
    String lastModel,
    boolean sidebarShown,
    double sidebarWidth,
    SidePanel side,
    @Nullable WindowPlace window) {
  public static final Settings DEFAULT =
      new Settings(Look.SYSTEM, Language.SYSTEM, true, "", true, 272, SidePanel.DEFAULT, null);

  public Settings withLook(Look value) {
    return new Settings(
        value, language, enterSends, lastModel, sidebarShown, sidebarWidth, side, window);
  }

  public Settings withLanguage(Language value) {
    return new Settings(
        look, value, enterSends, lastModel, sidebarShown, sidebarWidth, side, window);
  }

  public Settings withEnterSends(boolean value) {
    return new Settings(look, language, value, lastModel, sidebarShown, sidebarWidth, side, window);
  }

  public Settings withLastModel(String value) {
    return new Settings(
        look, language, enterSends, value, sidebarShown, sidebarWidth, side, window);
  }

  public Settings withSidebarShown(boolean value) {
    return new Settings(look, language, enterSends, lastModel, value, sidebarWidth, side, window);
  }

  public Settings withSidebarWidth(double value) {
    return new Settings(look, language, enterSends, lastModel, sidebarShown, value, side, window);
  }

  public Settings withSide(SidePanel value) {
    return new Settings(
        look, language, enterSends, lastModel, sidebarShown, sidebarWidth, value, window);
  }

  public Settings withWindow(WindowPlace value) {
    return new Settings(
        look, language, enterSends, lastModel, sidebarShown, sidebarWidth, side, value);
  }
}
