package org.colloquy.desktop.tray.linux;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.desktop.tray.TrayAction;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// The program's icon. A click opens the program.
final class ProgramItem implements StatusItem, Properties {
  /// Where it is found.
  static final String PATH = "/StatusNotifierItem";

  private final Consumer<TrayAction> chosen;
  private final List<Pixels> picture;

  /// @param picture the icon, for desktops that do not know it by its name
  ProgramItem(Consumer<TrayAction> chosen, List<Pixels> picture) {
    this.chosen = chosen;
    this.picture = picture;
  }

  /// A picture: four bytes for each pixel, alpha, red, green and blue.
  static final class Pixels extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final byte[] bytes;

    Pixels(int width, int height, byte[] bytes) {
      this.width = width;
      this.height = height;
      this.bytes = bytes;
    }
  }

  @Override
  public void activate(int x, int y) {
    chosen.accept(TrayAction.OPEN);
  }

  @Override
  public void activateOtherwise(int x, int y) {
    chosen.accept(TrayAction.QUICK_ASK);
  }

  @Override
  public void showMenu(int x, int y) {}

  @Override
  public void scroll(int by, String direction) {}

  @Override
  // As the library has it: the caller does not know what it gets, either.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String of, String name) {
    return (A) GetAll(of).getOrDefault(name, new Variant<>(""));
  }

  @Override
  public <A> void Set(String of, String name, A value) {}

  @Override
  public Map<String, Variant<?>> GetAll(String of) {
    return Map.of(
        "Category", new Variant<>("Communications"),
        "Id", new Variant<>("colloquy"),
        "Title", new Variant<>("Colloquy"),
        "Status", new Variant<>("Active"),
        "WindowId", new Variant<>(0),
        "IconName", new Variant<>(""),
        "IconPixmap", new Variant<>(picture, "a(iiay)"),
        "ItemIsMenu", new Variant<>(false),
        "Menu", new Variant<>(new DBusPath(ActionMenu.PATH)));
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
