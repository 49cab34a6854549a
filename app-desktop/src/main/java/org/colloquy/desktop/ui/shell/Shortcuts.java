package org.colloquy.desktop.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Navigation;
import org.jspecify.annotations.Nullable;

/// The keys of shortcuts, as the person set them on this computer.
public final class Shortcuts {
  private final LiveSettings settings;
  private boolean paused;

  public Shortcuts(LiveSettings settings) {
    this.settings = settings;
  }

  LiveSettings settings() {
    return settings;
  }

  /// What these keys are for; null for nothing, and always while shortcuts are turned off or new
  /// keys are being asked for.
  @Nullable Shortcut of(KeyEvent event) {
    if (paused) {
      return null;
    }
    return Stream.of(Shortcut.values())
        .filter(each -> keys(each).stream().anyMatch(keys -> keys.match(event)))
        .filter(each -> on() || each == Shortcut.KEYBOARD)
        .findFirst()
        .orElse(null);
  }

  boolean on() {
    return !navigation().shortcutsOff();
  }

  void turnOn(boolean on) {
    change(navigation().withShortcutsOff(!on));
  }

  /// Lets all keys through to a field that asks for new ones.
  void pause(boolean wanted) {
    paused = wanted;
  }

  /// Whether a field asks for new keys.
  boolean paused() {
    return paused;
  }

  private List<KeyCombination> keys(Shortcut shortcut) {
    var own = navigation().shortcuts().get(shortcut.name());
    var keys = own == null ? shortcut.usual() : List.of(own);
    return keys.stream().flatMap(each -> parsed(each).stream()).toList();
  }

  /// Somebody may have written anything into the settings.
  private static Optional<KeyCombination> parsed(String keys) {
    try {
      return keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The keys as people read them; empty when there are none.
  public String words(Shortcut shortcut) {
    return keys(shortcut).stream()
        .map(Shortcuts::words)
        .distinct()
        .collect(Collectors.joining("  "));
  }

  private static String words(KeyCombination keys) {
    return keys.getDisplayText();
  }

  boolean changed(Shortcut shortcut) {
    return navigation().shortcuts().containsKey(shortcut.name());
  }

  /// Gives it these keys and no others, unless something else has them.
  ///
  /// @param taken is told what has them
  void set(Shortcut shortcut, KeyCombination keys, Consumer<Shortcut> taken) {
    var other =
        Stream.of(Shortcut.values())
            .filter(each -> each != shortcut)
            .filter(each -> keys(each).stream().anyMatch(known -> words(known).equals(words(keys))))
            .findFirst();
    other.ifPresentOrElse(taken, () -> put(shortcut, keys.getName()));
  }

  /// Takes its keys away.
  void clear(Shortcut shortcut) {
    put(shortcut, "");
  }

  private void put(Shortcut shortcut, String keys) {
    var own = new HashMap<>(navigation().shortcuts());
    own.put(shortcut.name(), keys);
    change(navigation().withShortcuts(own));
  }

  /// Gives all of them their usual keys back.
  void reset() {
    change(navigation().withShortcuts(new HashMap<>()));
  }

  /// The keys that were pressed, if they can be a shortcut: a function key, or any with Ctrl or
  /// Alt.
  static Optional<KeyCombination> pressed(KeyEvent event) {
    var code = event.getCode();
    boolean held = event.isShortcutDown() || event.isControlDown() || event.isAltDown();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED || !(held || code.isFunctionKey())) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyCodeCombination(
            code,
            held(event.isShiftDown()),
            held(event.isControlDown() && !event.isShortcutDown()),
            held(event.isAltDown()),
            ModifierValue.UP,
            held(event.isShortcutDown())));
  }

  private static ModifierValue held(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }

  private Navigation navigation() {
    return settings.get().navigation();
  }

  private void change(Navigation changed) {
    settings.change(now -> now.withNavigation(changed));
  }
}
