package org.colloquy.desktop.settings;

import java.time.Duration;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.jspecify.annotations.Nullable;

/// The settings while the program runs: everybody watches them, and they are saved a second after
/// the last change.
public final class LiveSettings {
  private static final Duration REST = Duration.ofSeconds(1);

  private final SettingsFile file;
  private final Background background;
  private final ReadOnlyObjectWrapper<Settings> current;
  private Background.@Nullable Waiting save;

  public LiveSettings(SettingsFile file, Background background) {
    this.file = file;
    this.background = background;
    this.current = new ReadOnlyObjectWrapper<>(file.load());
  }

  public ReadOnlyObjectProperty<Settings> property() {
    return current.getReadOnlyProperty();
  }

  public Settings get() {
    return current.get();
  }

  public void change(UnaryOperator<Settings> change) {
    var changed = change.apply(current.get());
    if (changed.equals(current.get())) {
      return;
    }
    current.set(changed);
    if (save != null) {
      save.callOff();
    }
    save = background.after(REST, this::saveBeside);
  }

  private void saveBeside() {
    save = null;
    var settings = current.get();
    background.run(
        () -> {
          file.save(settings);
          return settings;
        },
        _ -> {},
        _ -> {});
  }

  /// Saves at once what is not saved yet.
  public void close() {
    if (save != null) {
      save.callOff();
      save = null;
      file.save(current.get());
    }
  }
}
