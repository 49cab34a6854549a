package org.colloquy.desktop.settings;

import org.jspecify.annotations.Nullable;

/// What a person set on this computer.
///
/// @param lastModel the id of the model that was chosen last; empty when none was
/// @param enterSends whether Enter sends and Shift+Enter starts a line, or the other way round
/// @param navigation how the person gets around
/// @param textSize in percent of the usual size
/// @param connection which server the window shows
/// @param tray what the tray of the desktop is used for
/// @param window null before the window was opened for the first time
public record Settings(
    Look look,
    Language language,
    boolean enterSends,
    String lastModel,
    boolean sidebarShown,
    double sidebarWidth,
    SidePanel side,
    Navigation navigation,
    int textSize,
    Connection connection,
    TrayUse tray,
    @Nullable WindowPlace window) {
  public static final Settings DEFAULT =
      new Settings(
          Look.SYSTEM,
          Language.SYSTEM,
          true,
          "",
          true,
          272,
          SidePanel.DEFAULT,
          Navigation.DEFAULT,
          TextSize.USUAL,
          Connection.HERE,
          TrayUse.DEFAULT,
          null);

  public Settings {
    textSize = TextSize.near(textSize);
  }

  public Settings withLook(Look value) {
    return new Settings(
        value,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withLanguage(Language value) {
    return new Settings(
        look,
        value,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withEnterSends(boolean value) {
    return new Settings(
        look,
        language,
        value,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withLastModel(String value) {
    return new Settings(
        look,
        language,
        enterSends,
        value,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withSidebarShown(boolean value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        value,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withSidebarWidth(double value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        value,
        side,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withSide(SidePanel value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        value,
        navigation,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withNavigation(Navigation value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        value,
        textSize,
        connection,
        tray,
        window);
  }

  public Settings withTextSize(int value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        value,
        connection,
        tray,
        window);
  }

  public Settings withConnection(Connection value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        value,
        tray,
        window);
  }

  public Settings withTray(TrayUse value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        value,
        window);
  }

  public Settings withWindow(WindowPlace value) {
    return new Settings(
        look,
        language,
        enterSends,
        lastModel,
        sidebarShown,
        sidebarWidth,
        side,
        navigation,
        textSize,
        connection,
        tray,
        value);
  }
}
