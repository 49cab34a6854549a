package org.colloquy.desktop.settings;

import java.util.List;
import java.util.Map;

/// How a person gets around in the window.
///
/// @param folded the ids of folders whose conversations are not shown
/// @param recent what was chosen last among everything that can be found and done, the latest first
/// @param shortcutsOff whether no keys but those of the controls themselves work
/// @param shortcuts other keys than the usual ones, by the name of the shortcut; empty for none
public record Navigation(
    List<String> folded, List<String> recent, boolean shortcutsOff, Map<String, String> shortcuts) {
  static final Navigation DEFAULT = new Navigation(List.of(), List.of(), false, Map.of());

  public Navigation {
    folded = List.copyOf(folded);
    recent = List.copyOf(recent);
    shortcuts = Map.copyOf(shortcuts);
  }

  public Navigation withFolded(List<String> value) {
    return new Navigation(value, recent, shortcutsOff, shortcuts);
  }

  public Navigation withRecent(List<String> value) {
    return new Navigation(folded, value, shortcutsOff, shortcuts);
  }

  public Navigation withShortcutsOff(boolean value) {
    return new Navigation(folded, recent, value, shortcuts);
  }

  public Navigation withShortcuts(Map<String, String> value) {
    return new Navigation(folded, recent, shortcutsOff, value);
  }
}
