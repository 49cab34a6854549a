package org.colloquy.desktop.ui.parts;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows values by their names, where they are chosen and never typed.
public final class Named<T> extends StringConverter<T> {
  private final Function<T, String> name;
  private final String none;

  public Named(Function<T, String> name) {
    this(name, "");
  }

  /// @param none what no value is called
  public Named(Function<T, String> name, String none) {
    this.name = name;
    this.none = none;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? none : name.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("it is chosen, not typed");
  }
}
