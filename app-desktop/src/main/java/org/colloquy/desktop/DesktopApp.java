package org.colloquy.desktop;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.colloquy.desktop.background.Attempt;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.background.WindowBackground;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.boot.OneWindow;
import org.colloquy.desktop.client.MulticastSearch;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.tray.TrayAction;
import org.colloquy.desktop.ui.chat.AnswerNotice;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.shell.PaletteRow;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.shell.Shortcut;
import org.jspecify.annotations.Nullable;

/// The program with a window: the server starts beside the window and ends with it.
public final class DesktopApp {
  /// What a start does not need waits so long after it.
  private static final Duration START_REST = Duration.ofSeconds(2);

  private final Runnable exit;
  private final Path folder;
  private final Background background = new WindowBackground();
  private final ServerAddress address = new ServerAddress();
  private final CompletableFuture<Attempt<EmbeddedServer>> server;
  private final LiveSettings settings;
  private final Wiring wiring;
  private @Nullable MainWindow window;
  private @Nullable QuickWindow quickWindow;
  private final TrayIcon icon;
  private volatile @Nullable OneWindow oneWindow;

  private DesktopApp(
      List<String> arguments,
      CompletableFuture<Attempt<EmbeddedServer>> server,
      Tray tray,
      Runnable exit) {
    this.server = server;
    this.exit = exit;
    folder = EmbeddedServer.dataFolder(arguments);
    settings = new LiveSettings(new SettingsFile(folder.resolve("desktop.json")), background);
    wiring =
        new Wiring(
            new Wiring.Outside(
                address,
                background,
                settings,
                Clock.system(ZoneId.systemDefault()),
                new Browser()::open,
                this::askWhereToSave,
                new FileDialog(),
                EmbeddedServer.tokenFile(arguments),
                new MulticastSearch(),
                tray.possible(),
                this::quit));
    icon = new TrayIcon(tray, settings, this::act, this::comeBack);
  }

  /// Starts the server, and makes what the window needs meanwhile. A process that is told to end
  /// closes it all the same.
  ///
  /// @param arguments the server's, such as `--data FOLDER`
  /// @param tray where the program may have an icon
  /// @param exit ends the process
  public static DesktopApp start(List<String> arguments, Tray tray, Runnable exit) {
    var server = new CompletableFuture<Attempt<EmbeddedServer>>();
    Thread.ofPlatform()
        .name("server-start")
        .start(() -> server.complete(Attempt.at(() -> EmbeddedServer.start(arguments))));
    var program = new DesktopApp(arguments, server, tray, exit);
    var _ = server.thenAccept(program::connect);
    Runtime.getRuntime().addShutdownHook(new Thread(program::closeServer, "closing"));
    return program;
  }

  public Wiring wiring() {
    return wiring;
  }

  /// The window, once it was opened.
  public Optional<MainWindow> window() {
    return Optional.ofNullable(window);
  }

  /// What the person set.
  public LiveSettings settings() {
    return settings;
  }

  private void connect(Attempt<EmbeddedServer> attempt) {
    switch (attempt) {
      case Attempt.Done<EmbeddedServer>(var running) ->
          address.ready(running.address(), running.localToken());
      case Attempt.Failed<EmbeddedServer>(var failure) -> address.failed(failure.toString());
    }
  }

  /// Shows the window. It may be used before the server answers; what it asks waits.
  public void openWindow() {
    var first = settings.get().window() == null;
    Platform.setImplicitExit(false); // it goes on while its windows are hidden
    var opened = new MainWindow(wiring, settings, background, this::leave);
    window = opened;
    var quick = new QuickWindow(wiring, settings, background, () -> raise(Optional.empty()));
    quickWindow = quick;
    opened.open();
    wiring.connection().resume();
    wiring.shell().load();
    if (first) {
      wiring.shell().dialog().set(Dialog.WELCOME);
    }
    tellAnswers(opened.stage()::isFocused, wiring.chat());
    tellAnswers(quick::isWatched, wiring.quick().chat());
    oneWindow = OneWindow.in(folder, file -> Platform.runLater(() -> raise(file)));
    background.run(server::join, this::started, _ -> {});
  }

  private void tellAnswers(BooleanSupplier looking, ChatViewModel chat) {
    Runnable tell = () -> icon.notice(Text.of("notice.answered"));
    new AnswerNotice(looking, Clock.systemUTC(), tell).follow(chat.state());
  }

  /// Shows what a file of conversations has, to take it over. It may be asked before the server
  /// answers.
  public void openFile(Path file) {
    wiring.open(file);
  }

  /// Brings the window before all others, with the file that it was given.
  private void raise(Optional<Path> file) {
    file.ifPresent(this::openFile);
    var stage = stage();
    if (stage != null) {
      stage.show();
      stage.setIconified(false);
      stage.toFront();
      stage.requestFocus();
    }
  }

  private @Nullable Path askWhereToSave(String name) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(name);
    var file = chooser.showSaveDialog(stage());
    return file == null ? null : file.toPath();
  }

  private @Nullable Stage stage() {
    return window == null ? null : window.stage();
  }

  /// Asks for files with the system's own dialog.
  private final class FileDialog implements OpenDialog {
    @Override
    public @Nullable Path ask() {
      var file = new FileChooser().showOpenDialog(stage());
      return file == null ? null : file.toPath();
    }

    @Override
    public List<Path> askSeveral() {
      var files = new FileChooser().showOpenMultipleDialog(stage());
      return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
  }

  private void started(Attempt<EmbeddedServer> attempt) {
    background.after(
        START_REST,
        () -> {
          if (window != null) {
            icon.begin();
          }
        });

    if (attempt instanceof Attempt.Failed<EmbeddedServer>(var failure)) {
      var words = FailureWords.of(failure);
      wiring.problem().tell(words.sentence(), words.details());
    }
  }

  /// Does what a person chose in the tray.
  private void act(TrayAction action) {
    if (window == null) {
      return; // the program ends
    }
    switch (action) {
      case OPEN -> raise(Optional.empty());
      case QUICK_ASK -> wiring.shell().quickAsk();
      case NEW_CONVERSATION -> {
        raise(Optional.empty());
        wiring.shell().choose(new PaletteRow.Action(Shortcut.NEW_CHAT), _ -> {});
      }
      case QUIT -> quit();
    }
  }

  /// The tray is gone: nobody would find a window again that is hidden.
  private void comeBack() {
    var stage = stage();
    if (stage != null && !stage.isShowing()) {
      raise(Optional.empty());
    }
  }

  /// The person closes the window. If they want that, the program goes on in the tray.
  private void leave() {
    var stage = stage();
    if (stage != null && settings.get().tray().keepsRunning() && icon.isShown()) {
      stage.hide();
    } else {
      quit();
    }
  }

  /// Closes the window, then the server, then the program.
  public void quit() {
    if (window != null) {
      window.close();
      window = null;
      icon.close();
      if (quickWindow != null) {
        quickWindow.close();
      }
      settings.close();
      var drafts = wiring.drafts().rest();
      Thread.ofPlatform().name("quit").start(() -> end(drafts));
    }
  }

  private void end(Runnable drafts) {
    drafts.run();
    closeServer();
    exit.run();
  }

  /// A second time does nothing.
  private void closeServer() {
    var one = oneWindow;
    if (one != null) {
      one.close();
    }
    if (server.join() instanceof Attempt.Done<EmbeddedServer>(var running)) {
      running.close();
    }
  }
}
