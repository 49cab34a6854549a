package org.colloquy.desktop.tray;

import java.util.function.Consumer;

/// For systems whose desktops have no such place.
public record NoTray() implements Tray {
  @Override
  public boolean possible() {
    return false;
  }

  @Override
  public void open(Consumer<TrayAction> chosen, Consumer<Boolean> shown) {}

  @Override
  public void renamed() {}

  @Override
  public void close() {}
}
