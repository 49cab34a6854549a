package org.colloquy.desktop.tray.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that the desktop draws.
@DBusInterfaceName(Menu.NAME)
public interface Menu extends DBusInterface {
  /// Of the interface.
  String NAME = "com.canonical.dbusmenu";

  /// The whole menu.
  ///
  /// @param depth how many levels are wanted; negative for all
  @DBusMemberName("GetLayout")
  Layout<UInt32, Entry> layout(int parent, int depth, List<String> properties);

  /// What these entries are.
  ///
  /// @param ids empty for all of them
  @DBusMemberName("GetGroupProperties")
  List<Described> describe(List<Integer> ids, List<String> properties);

  /// One thing of one entry.
  @DBusMemberName("GetProperty")
  Variant<?> property(int id, String name);

  /// Somebody did something with an entry, such as `clicked`.
  @DBusMemberName("Event")
  void event(int id, String what, Variant<?> data, UInt32 time);

  /// The same of several. Tells the ids that are none.
  @DBusMemberName("EventGroup")
  List<Integer> events(List<Happened> all);

  /// Whether what the desktop knows of these entries is no longer true.
  @DBusMemberName("AboutToShow")
  boolean isOld(int id);

  /// The menu and the number of its version.
  final class Layout<R, E> extends Tuple {
    @Position(0)
    public final R revision;

    @Position(1)
    public final E root;

    public Layout(R revision, E root) {
      this.revision = revision;
      this.root = root;
    }
  }

  /// An entry with those below it.
  final class Entry extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    @Position(2)
    public final List<Variant<?>> below;

    public Entry(int id, Map<String, Variant<?>> properties, List<Variant<?>> below) {
      this.id = id;
      this.properties = properties;
      this.below = below;
    }
  }

  /// What an entry is.
  final class Described extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    public Described(int id, Map<String, Variant<?>> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /// Something that somebody did with an entry.
  final class Happened extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final String what;

    @Position(2)
    public final Variant<?> data;

    @Position(3)
    public final UInt32 time;

    public Happened(int id, String what, Variant<?> data, UInt32 time) {
      this.id = id;
      this.what = what;
      this.data = data;
      this.time = time;
    }
  }

  /// The menu is another one now.
  @DBusMemberName("LayoutUpdated")
  final class Changed extends DBusSignal {
    public final UInt32 revision;
    public final int parent;

    public Changed(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
      this.revision = revision;
      this.parent = parent;
    }
  }
}
