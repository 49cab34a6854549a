package org.colloquy.desktop.tray.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.colloquy.desktop.tray.TrayAction;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The menu of what can be done from the tray. An entry's id is its place, from 1.
final class ActionMenu implements Menu, Properties {
  /// Where it is found.
  static final String PATH = "/Menu";

  private static final List<TrayAction> ACTIONS = List.of(TrayAction.values());

  private final Consumer<TrayAction> chosen;
  private int revision = 1;
  private String shown = words();

  /// @param chosen is told what a person wants done
  ActionMenu(Consumer<TrayAction> chosen) {
    this.chosen = chosen;
  }

  /// The words of now belong to a new version of the menu.
  synchronized UInt32 turn() {
    shown = words();
    revision++;
    return new UInt32(revision);
  }

  private static String words() {
    return String.join("\n", ACTIONS.stream().map(TrayAction::words).toList());
  }

  @Override
  public synchronized Layout<UInt32, Entry> layout(int parent, int depth, List<String> properties) {
    var below = new ArrayList<Variant<?>>();
    if (parent == 0 && depth != 0) {
      ids().forEach(id -> below.add(new Variant<>(new Entry(id, described(id), List.of()))));
    }
    return new Layout<>(new UInt32(revision), new Entry(parent, described(parent), below));
  }

  private static List<Integer> ids() {
    return IntStream.rangeClosed(1, ACTIONS.size()).boxed().toList();
  }

  private static Map<String, Variant<?>> described(int id) {
    return isEntry(id)
        ? Map.of(
            "label",
            new Variant<>(ACTIONS.get(id - 1).words().replace("_", "__")),
            "enabled",
            new Variant<>(true),
            "visible",
            new Variant<>(true))
        : Map.of("children-display", new Variant<>("submenu"));
  }

  private static boolean isEntry(int id) {
    return id >= 1 && id <= ACTIONS.size();
  }

  @Override
  public List<Described> describe(List<Integer> ids, List<String> properties) {
    var wanted = ids.isEmpty() ? ids() : ids;
    return wanted.stream()
        .filter(ActionMenu::isEntry)
        .map(id -> new Described(id, described(id)))
        .toList();
  }

  @Override
  public Variant<?> property(int id, String name) {
    return described(id).getOrDefault(name, new Variant<>(""));
  }

  @Override
  public void event(int id, String what, Variant<?> data, UInt32 time) {
    if (what.equals("clicked") && isEntry(id)) {
      chosen.accept(ACTIONS.get(id - 1));
    }
  }

  @Override
  public List<Integer> events(List<Happened> all) {
    all.forEach(one -> event(one.id, one.what, one.data, one.time));
    return all.stream().map(one -> one.id).filter(id -> !isEntry(id)).toList();
  }

  @Override
  public synchronized boolean isOld(int id) {
    return !shown.equals(words());
  }

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
        "Version", new Variant<>(new UInt32(3)),
        "Status", new Variant<>("normal"),
        "TextDirection", new Variant<>("ltr"),
        "IconThemePath", new Variant<>(new String[0]));
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
