package org.colloquy.desktop.tray.windows;

import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.tray.TrayAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notification area, as far as AWT reaches it. It needs a process that was not started as
/// headless; in one that was, there is no icon.
public final class AwtTray implements Tray {
  private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

  private Consumer<TrayAction> chosen = _ -> {};
  private @Nullable TrayIcon icon;

  @Override
  public boolean needsAwt() {
    return true;
  }

  @Override
  public void open(Consumer<TrayAction> chooser, Consumer<Boolean> shown) {
    if (icon != null || !SystemTray.isSupported()) {
      return;
    }
    chosen = chooser;
    var file = Tray.class.getResource("colloquy.png");
    var made = new TrayIcon(Toolkit.getDefaultToolkit().createImage(file), "Colloquy", menu());
    made.setImageAutoSize(true);
    made.addActionListener(_ -> chooser.accept(TrayAction.OPEN));
    made.addMouseListener(new Click());
    try {
      SystemTray.getSystemTray().add(made);
      icon = made;
      shown.accept(true);
    } catch (AWTException e) {
      LOG.debug("there is no place for the icon", e);
    }
  }

  private PopupMenu menu() {
    var menu = new PopupMenu();
    for (var action : TrayAction.values()) {
      var item = new MenuItem(action.words());
      item.addActionListener(_ -> chosen.accept(action));
      menu.add(item);
    }
    return menu;
  }

  @Override
  public void renamed() {
    if (icon != null) {
      icon.setPopupMenu(menu());
    }
  }

  @Override
  public boolean tell(String words) {
    var there = icon;
    if (there != null) {
      there.displayMessage("Colloquy", words, TrayIcon.MessageType.NONE);
    }
    return there != null;
  }

  @Override
  public void close() {
    if (icon != null) {
      SystemTray.getSystemTray().remove(icon);
      icon = null;
    }
  }

  /// One click is enough, as with other icons there.
  private final class Click extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() == MouseEvent.BUTTON1) {
        chosen.accept(TrayAction.OPEN);
      }
    }
  }
}
