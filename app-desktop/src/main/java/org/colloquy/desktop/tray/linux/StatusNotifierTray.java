package org.colloquy.desktop.tray.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.tray.TrayAction;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.InvalidBusAddressException;
import org.freedesktop.dbus.interfaces.DBus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tray of KDE's desktop and of all that speak its StatusNotifierItem, GNOME's with an
/// extension among them. A desktop that gets a tray later shows the icon from then on.
public final class StatusNotifierTray implements Tray {
  private static final Logger LOG = LoggerFactory.getLogger(StatusNotifierTray.class);
  private static final int SIZE = 48;
  private static final int BYTES = 4;

  private final String address;
  private volatile @Nullable Link link;

  /// @param addresses of the session's bus, as its variable has them; only paths can be reached
  public StatusNotifierTray(String addresses) {
    address =
        Stream.of(addresses.split(";", -1))
            .filter(each -> each.startsWith("unix:path="))
            .findFirst()
            .orElse("");
  }

  /// What there is while there is a bus.
  private record Link(DBusConnection bus, String name, ActionMenu menu, Consumer<Boolean> shown) {}

  @Override
  public boolean possible() {
    return !address.isEmpty();
  }

  @Override
  public void open(Consumer<TrayAction> chosen, Consumer<Boolean> shown) {
    if (!possible() || link != null) {
      return;
    }
    try {
      var bus =
          DBusConnectionBuilder.forAddress(address)
              .withShared(false)
              .withDisconnectCallback(new Lost())
              .build();
      var name = StatusItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
      var made = new Link(bus, name, new ActionMenu(chosen), shown);
      link = made;
      bus.exportObject(new ProgramItem(chosen, picture()));
      bus.exportObject(made.menu());
      bus.requestBusName(name);
      bus.addSigHandler(DBus.NameOwnerChanged.class, change -> look(made, change));
      if (bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
          .NameHasOwner(Watcher.NAME)) {
        register(made);
      }
    } catch (DBusException | DBusExecutionException | InvalidBusAddressException e) {
      LOG.debug("there is no tray", e);
      close();
    }
  }

  /// The desktop's list of icons comes, or goes.
  private static void look(Link link, DBus.NameOwnerChanged change) {
    if (change.name.equals(Watcher.NAME)) {
      if (change.newOwner.isEmpty()) {
        link.shown().accept(false);
      } else {
        register(link);
      }
    }
  }

  private static void register(Link link) {
    try {
      link.bus()
          .getRemoteObject(Watcher.NAME, Watcher.PATH, Watcher.class, false)
          .register(link.name());
      link.shown().accept(true);
    } catch (DBusException | DBusExecutionException e) {
      LOG.debug("the tray does not take the icon", e);
    }
  }

  private static List<ProgramItem.Pixels> picture() {
    var file = Objects.requireNonNull(Tray.class.getResourceAsStream("colloquy.png"));
    var image = new Image(file, SIZE, SIZE, true, true);
    var pixels = new int[SIZE * SIZE];
    var form = PixelFormat.getIntArgbInstance();
    image.getPixelReader().getPixels(0, 0, SIZE, SIZE, form, pixels, 0, SIZE);
    var bytes = ByteBuffer.allocate(pixels.length * BYTES);
    bytes.asIntBuffer().put(pixels);
    return List.of(new ProgramItem.Pixels(SIZE, SIZE, bytes.array()));
  }

  @Override
  public void renamed() {
    var now = link;
    if (now != null) {
      try {
        now.bus().sendMessage(new Menu.Changed(ActionMenu.PATH, now.menu().turn(), 0));
      } catch (DBusException e) {
        LOG.debug("the menu keeps its words", e);
      }
    }
  }

  @Override
  public void close() {
    var now = link;
    link = null;
    if (now != null) {
      now.bus().disconnect();
    }
  }

  /// The session's bus is gone, and usually the session with it.
  private final class Lost implements IDisconnectCallback {
    @Override
    public void disconnectOnError(IOException why) {
      var now = link;
      link = null;
      if (now != null) {
        now.shown().accept(false);
      }
    }
  }
}
