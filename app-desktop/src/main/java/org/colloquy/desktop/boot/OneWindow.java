package org.colloquy.desktop.boot;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that there is one window for each data folder: a program that is started once more
/// has the window that is there raised, hands it the file that it was given, and ends.
///
/// A note in the folder says at which port of this computer the window's program listens, and the
/// word on which it raises its window; only the folder's owner can read it.
public final class OneWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);
  private static final String NOTE = "window.note";
  private static final int PATIENCE_MS = 1_000;
  private static final int ANSWER = 'y';

  private final ServerSocket listener;
  private final Path note;
  private final byte[] word;
  private final Consumer<Optional<Path>> raise;

  private OneWindow(ServerSocket listener, Path note, byte[] word, Consumer<Optional<Path>> raise) {
    this.listener = listener;
    this.note = note;
    this.word = word;
    this.raise = raise;
  }

  /// Raises the window that this folder has already.
  ///
  /// @param file what it shall show, an absolute path
  /// @return false when it has none
  public static boolean raise(Path folder, Optional<Path> file) {
    try {
      var lines = Files.readAllLines(folder.resolve(NOTE));
      var address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), Integer.parseInt(lines.getFirst()));
      try (var socket = new Socket()) {
        socket.connect(address, PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        var out = new DataOutputStream(socket.getOutputStream());
        out.write(bytes(lines.get(1)));
        out.writeUTF(file.map(Path::toString).orElse(""));
        out.flush();
        return socket.getInputStream().read() == ANSWER;
      }
    } catch (IOException | RuntimeException _) {
      // There is no note, or nobody listens there any more.
      return false;
    }
  }

  /// Raises this window whenever the program is started once more; null when that cannot be
  /// arranged, which the log says.
  ///
  /// @param raise takes the file that the window shall show, if there is one
  public static @Nullable OneWindow in(Path folder, Consumer<Optional<Path>> raise) {
    try {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
      var listener = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
      var word = UUID.randomUUID().toString();
      var note = folder.resolve(NOTE);
      Files.deleteIfExists(note);
      Files.createFile(note, ownerOnly(folder, "rw-------"));
      Files.writeString(note, listener.getLocalPort() + "\n" + word + "\n");
      var window = new OneWindow(listener, note, bytes(word), raise);
      Thread.ofPlatform().daemon().name("one-window").start(window::listen);
      return window;
    } catch (IOException e) {
      LOG.warn("a second start will not find this window: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder, String rights) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  private void listen() {
    while (!listener.isClosed()) {
      try (var caller = listener.accept()) {
        caller.setSoTimeout(PATIENCE_MS);
        var in = new DataInputStream(caller.getInputStream());
        boolean known = MessageDigest.isEqual(in.readNBytes(word.length), word);
        // Somebody may be let in at the moment in which this is closed; they shall open a window of
        // their own.
        if (known && !listener.isClosed()) {
          raise.accept(file(in.readUTF()));
          caller.getOutputStream().write(ANSWER);
        }
      } catch (IOException _) {
        // It went away, said nothing, or this window was closed.
      }
    }
  }

  private static Optional<Path> file(String said) {
    return said.isEmpty() ? Optional.empty() : Optional.of(Path.of(said));
  }

  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(note);
    } catch (IOException e) {
      LOG.warn("the note of this window stays: {}", e.getClass().getSimpleName());
    }
  }
}
