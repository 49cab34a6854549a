package org.colloquy.desktop.ui.tools;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.McpClient;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.client.McpState;
import org.jspecify.annotations.Nullable;

/// The servers of tools: adds, tests, approves, switches and removes them.
public final class ServersViewModel {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final McpClient client;
  private final Background background;
  private final ServerForm form = new ServerForm();
  private final ObservableList<McpServerEntry> servers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ServersPage> page =
      new ReadOnlyObjectWrapper<>(new ServersPage.All());
  private final ReadOnlyObjectWrapper<@Nullable McpServerEntry> doubted =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private Background.Waiting waiting = () -> {};
  private Runnable changed = () -> {};
  private boolean open;

  public ServersViewModel(McpClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// Tells when there may be other tools than before.
  public void whenChanged(Runnable listener) {
    changed = listener;
  }

  public ObservableList<McpServerEntry> servers() {
    return servers;
  }

  public ServerForm form() {
    return form;
  }

  public ReadOnlyObjectProperty<ServersPage> page() {
    return page.getReadOnlyProperty();
  }

  /// The server that shall be removed, once confirmed.
  public ReadOnlyObjectProperty<@Nullable McpServerEntry> doubted() {
    return doubted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Whether a server is being asked; that may take a minute.
  public ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /// Shows all of them as they are now.
  public void open() {
    open = true;
    showAll();
    load();
  }

  /// Stops looking whether they are there, and forgets what was entered.
  public void close() {
    open = false;
    waiting.callOff();
    form.clear();
  }

  private void load() {
    background.run(
        client::servers,
        all -> {
          failure.set(null);
          show(all);
        },
        failure::set);
  }

  private void show(List<McpServerEntry> all) {
    if (!servers.equals(all)) {
      servers.setAll(all);
      changed.run();
    }
    if (page.get() instanceof ServersPage.One(var shown)) {
      page.set(
          all.stream()
              .filter(each -> each.id().equals(shown.id()))
              .findFirst()
              .<ServersPage>map(ServersPage.One::new)
              .orElseGet(ServersPage.All::new));
    }
    watch();
  }

  /// Looks again while one of them is being connected to.
  private void watch() {
    waiting.callOff();
    if (open && servers.stream().anyMatch(each -> each.state() == McpState.CONNECTING)) {
      waiting = background.after(SOON, this::load);
    }
  }

  public void startAdding() {
    form.clear();
    failure.set(null);
    page.set(new ServersPage.Adding());
  }

  /// Goes back to all of them, and forgets what was entered.
  public void showAll() {
    form.clear();
    doubted.set(null);
    failure.set(null);
    page.set(new ServersPage.All());
  }

  public void show(McpServerEntry server) {
    failure.set(null);
    page.set(new ServersPage.One(server));
  }

  /// Adds what was entered, and shows it.
  public void add() {
    if (form.complete().get() && !working.get()) {
      var entered = form.entered();
      run(
          () -> client.add(entered),
          added -> {
            form.clear();
            page.set(new ServersPage.One(added));
          });
    }
  }

  /// Connects to the one that is shown now.
  public void test() {
    withShown(server -> run(() -> client.test(server.id()), _ -> {}));
  }

  /// Lets the tools be used that are shown.
  public void approve() {
    withShown(server -> run(() -> client.approve(server.id(), server.hash()), _ -> {}));
  }

  /// Switches a server off, or on again.
  public void turn(McpServerEntry server) {
    var id = server.id();
    run(() -> server.on() ? client.switchOff(id) : client.switchOn(id), _ -> {});
  }

  /// Asks whether this one shall go.
  public void doubt(McpServerEntry server) {
    doubted.set(server);
  }

  public void keepDoubted() {
    doubted.set(null);
  }

  public void removeDoubted() {
    var server = doubted.get();
    doubted.set(null);
    if (server != null) {
      background.run(
          () -> {
            client.remove(server.id());
            return client.servers();
          },
          all -> {
            failure.set(null);
            show(all);
          },
          failure::set);
    }
  }

  private void withShown(Consumer<McpServerEntry> action) {
    if (page.get() instanceof ServersPage.One(var server) && !working.get()) {
      action.accept(server);
    }
  }

  private record Now(McpServerEntry server, List<McpServerEntry> all) {}

  private void run(Supplier<McpServerEntry> work, Consumer<McpServerEntry> done) {
    working.set(true);
    background.run(
        () -> {
          var server = work.get();
          return new Now(server, client.servers());
        },
        now -> {
          working.set(false);
          failure.set(null);
          done.accept(now.server());
          show(now.all());
        },
        why -> {
          working.set(false);
          failure.set(why);
        });
  }
}
