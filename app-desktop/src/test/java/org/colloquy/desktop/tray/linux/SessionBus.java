package org.colloquy.desktop.tray.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.Assumptions;

/// A real bus of a session, with nobody on it but who is let in. `dbus-send` speaks for the
/// desktop, so that two implementations have to understand each other.
public final class SessionBus implements AutoCloseable {
  private final Process daemon;
  private final String address;

  private SessionBus(Process daemon, String address) {
    this.daemon = daemon;
    this.address = address;
  }

  /// The test is skipped where there is no such bus.
  public static SessionBus in(Path folder) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/dbus-daemon"))
            && Files.isExecutable(Path.of("/usr/bin/dbus-send")),
        "there is no dbus-daemon here: install the package dbus");
    var wanted = "--address=unix:path=" + folder.resolve("bus");
    try {
      var daemon =
          new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1", wanted)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new SessionBus(daemon, daemon.inputReader(UTF_8).readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return address;
  }

  /// Calls a method and returns what the answer says.
  ///
  /// @param words the method and its parameters, as dbus-send wants them
  public String call(String name, String path, String... words) {
    var command = new ArrayList<>(List.of("dbus-send", "--bus=" + address, "--print-reply"));
    command.addAll(List.of("--dest=" + name, path));
    command.addAll(List.of(words));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Whether a program of this name is on it.
  public boolean has(String name) {
    return call("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:" + name)
        .contains("boolean true");
  }

  /// Somebody clicks on an entry of the menu of this program.
  public void click(String name, int entry) {
    call(
        name,
        "/Menu",
        "com.canonical.dbusmenu.Event",
        "int32:" + entry,
        "string:clicked",
        "variant:int32:0",
        "uint32:0");
  }

  /// The desktop's list of icons comes.
  public Listed watch() throws DBusException {
    var bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    var listed = new Listed(bus, new LinkedBlockingQueue<>());
    bus.exportObject(listed);
    bus.requestBusName(Watcher.NAME);
    return listed;
  }

  /// The list of icons.
  public record Listed(DBusConnection bus, BlockingQueue<String> names)
      implements Watcher, AutoCloseable {
    @Override
    public void register(String service) {
      names.add(service);
    }

    @Override
    public boolean isRemote() {
      return false;
    }

    @Override
    public String getObjectPath() {
      return PATH;
    }

    /// The desktop has no list any more.
    @Override
    public void close() {
      bus.disconnect();
    }
  }

  /// The bus is gone, and everybody on it is cut off.
  @Override
  public void close() {
    daemon.destroyForcibly().onExit().join();
  }
}
