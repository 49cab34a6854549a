package org.colloquy.desktop;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.McpClient;
import org.colloquy.desktop.client.MemoryClient;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.ServerSearch;
import org.colloquy.desktop.client.TableClient;
import org.colloquy.desktop.client.ToolClient;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.TokenKeep;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.activity.ActivityView;
import org.colloquy.desktop.ui.activity.ActivityViewModel;
import org.colloquy.desktop.ui.agents.AgentsView;
import org.colloquy.desktop.ui.agents.AgentsViewModel;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.ComposerView;
import org.colloquy.desktop.ui.chat.ConversationView;
import org.colloquy.desktop.ui.chat.ConversationViewModel;
import org.colloquy.desktop.ui.chat.EmptyView;
import org.colloquy.desktop.ui.chat.KeptDrafts;
import org.colloquy.desktop.ui.chat.QuickAskViewModel;
import org.colloquy.desktop.ui.chat.SourceActions;
import org.colloquy.desktop.ui.connection.ConnectionViewModel;
import org.colloquy.desktop.ui.connection.Link;
import org.colloquy.desktop.ui.export.ExportView;
import org.colloquy.desktop.ui.files.FilesView;
import org.colloquy.desktop.ui.files.FilesViewModel;
import org.colloquy.desktop.ui.memory.MemoryView;
import org.colloquy.desktop.ui.memory.MemoryViewModel;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.privacy.ImportViewModel;
import org.colloquy.desktop.ui.problem.ProblemView;
import org.colloquy.desktop.ui.problem.ProblemViewModel;
import org.colloquy.desktop.ui.search.SearchView;
import org.colloquy.desktop.ui.search.SearchViewModel;
import org.colloquy.desktop.ui.shell.ModelPickerViewModel;
import org.colloquy.desktop.ui.shell.ShellView;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.shell.WelcomeView;
import org.colloquy.desktop.ui.shell.WelcomeViewModel;
import org.colloquy.desktop.ui.side.SideView;
import org.colloquy.desktop.ui.side.SideViewModel;
import org.colloquy.desktop.ui.tables.TablesView;
import org.colloquy.desktop.ui.tables.TablesViewModel;
import org.colloquy.desktop.ui.tools.OffersView;
import org.colloquy.desktop.ui.tools.OffersViewModel;
import org.colloquy.desktop.ui.tools.RulesView;
import org.colloquy.desktop.ui.tools.RulesViewModel;
import org.colloquy.desktop.ui.tools.ServerView;
import org.colloquy.desktop.ui.tools.ServersView;
import org.colloquy.desktop.ui.tools.ServersViewModel;
import org.colloquy.desktop.ui.tools.ToolsView;

/// The one place that says `new`: view models once, views whenever FXML asks for one.
public final class Wiring {
  private final ShellViewModel shell;
  private final ProblemViewModel problem;
  private final ChatWiring talk;
  private final ConnectionWiring connection;
  private final ImportViewModel imports;
  private final QuickWiring quick;
  private final Map<Class<?>, Supplier<Object>> views;

  /// What comes from outside.
  ///
  /// @param browser opens an address
  /// @param saveDialog asks where a file shall be
  /// @param openDialog asks for a file
  /// @param tokens keeps the token for another server
  /// @param search looks for servers on the network
  /// @param tray whether the desktop can have a tray
  /// @param quit ends the program
  public record Outside(
      ServerAddress server,
      Background background,
      LiveSettings settings,
      Clock clock,
      Consumer<URI> browser,
      SaveDialog saveDialog,
      OpenDialog openDialog,
      TokenKeep tokens,
      ServerSearch search,
      boolean tray,
      Runnable quit) {}

  /// A view that was loaded.
  public record Loaded(Parent root, ShellView view) {}

  public Wiring(Outside outside) {
    var api = new ApiClient(outside.server());
    var background = outside.background();
    var settings = outside.settings();
    var sidebar = new SidebarWiring(api, outside);
    var history = sidebar.history();
    var models = new ModelPickerViewModel(api, background, settings);
    talk = ChatWiring.of(api, models, outside);
    var chat = talk.chat();
    var agentClient = new AgentClient(outside.server());
    var fileClient = new FileClient(outside.server());
    var agents = new AgentsViewModel(agentClient, api, background);
    agents.whenChanged(chat.answerer()::load);
    var memory = new MemoryViewModel(new MemoryClient(outside.server()), background);
    var conversation = new ConversationViewModel(api, agentClient, background, chat);
    var mcp = new McpClient(outside.server());
    var servers = new ServersViewModel(mcp, background);
    servers.whenChanged(chat.answerer()::load);
    var rules = new RulesViewModel(new ToolClient(outside.server()), agentClient, background);
    var own = AccountWiring.of(api, outside);
    shell = new ShellViewModel(history, chat, models, own.keys(), own.privacy(), settings);
    sidebar.writers().whenLooked(shell::follow);
    shell.whenLeft(Dialog.SHARES, sidebar.writers()::begin);
    var welcome = new WelcomeViewModel(own.keys(), models, chat::ask);
    shell.whenLeft(Dialog.WELCOME, welcome::left);
    var side = new SideViewModel(settings, chat.conversation(), chat.composer().shared());
    chat.whenTouched(_ -> side.refresh());
    talk.uploads().whenArrived(side::refresh);
    conversation.whenChanged(side::refresh);
    var files = new FilesViewModel(fileClient, background, outside.browser());
    var activity = new ActivityViewModel(fileClient, background);
    var tableClient = new TableClient(outside.server());
    var tables = new TablesViewModel(tableClient, background);
    var drawings = new Drawings(tableClient, background, outside.saveDialog());
    own.data().whenErased(shell::emptied);
    var exporting = Exporting.of(outside.server(), background, shell);
    exporting.offeredBy(history, own.data());
    imports = own.imports();
    imports.whenImported(history::load);
    var search =
        new SearchViewModel(
            new SearchClient(outside.server()), agentClient, background, outside.clock());
    history.whenEverythingIsSearched(words -> {
      search.words().set(words);
      shell.dialog().set(Dialog.SEARCH);
    });
    problem = new ProblemViewModel(outside.quit());
    Runnable closeDialog = () -> shell.dialog().set(Dialog.NONE);
    var offers =
        new OffersViewModel(
            mcp,
            background,
            text -> {
              chat.composer().putBack(text);
              closeDialog.run();
            });
    var papers = DocumentWiring.of(fileClient, shell, chat, outside);
    var documents = papers.documents();
    search.whenChosen(documents::openFound);
    var library =
        new PromptLibrary(outside, new FileLibrary(fileClient, outside, chat, shell), chat, shell);
    var sharing = SharingWiring.of(outside);
    views = new HashMap<>(sidebar.views(shell, models, sharing::offers, documents::openFound));
    views.putAll(library.views(outside.saveDialog(), outside.openDialog()));
    views.putAll(papers.views(outside, closeDialog));
    var sources =
        new SourceActions(documents::openPage, papers.sources()::select, documents::openCited);
    views.putAll(
        new MessageWiring(api, outside, chat, models).views(drawings, sources, closeDialog));
    quick = QuickWiring.of(api, models, shell, outside);
    views.putAll(quick.views(drawings, documents));
    views.putAll(own.views(shell, outside));
    connection = ConnectionWiring.of(talk, shell, outside);
    views.putAll(connection.views());
    views.putAll(sharing.views(shell, connection.connection().link().map(Link::isOwn)));
    views.putAll(sharing.pages(api, shell));
    var away = connection.connection().link().map(Link::host);
    views.putAll(
        Map.ofEntries(
            entry(
                ShellView.class,
                () ->
                    new ShellView(
                        shell,
                        models,
                        own.privacy(),
                        side,
                        sidebar.shortcuts(),
                        new ShellView.Outside(talk.chosen()::take, this::loader))),
            entry(WelcomeView.class, () -> new WelcomeView(welcome, away, closeDialog)),
            entry(SideView.class, () -> new SideView(side, this::loader)),
            entry(
                FilesView.class,
                () -> new FilesView(files, outside.saveDialog(), documents::openAll)),
            entry(ActivityView.class, () -> new ActivityView(activity)),
            entry(TablesView.class, () -> new TablesView(tables, drawings, outside.saveDialog())),
            entry(
                ComposerView.class,
                () ->
                    new ComposerView(
                        chat,
                        talk.chosen(),
                        outside.openDialog(),
                        talk.context(),
                        library.triggers())),
            entry(EmptyView.class, () -> new EmptyView(chat, away)),
            entry(
                AgentsView.class,
                () ->
                    new AgentsView(
                        agents, outside.saveDialog(), outside.openDialog(), closeDialog)),
            entry(SearchView.class, () -> new SearchView(search, closeDialog)),
            entry(MemoryView.class, () -> new MemoryView(memory, closeDialog)),
            entry(ConversationView.class, () -> new ConversationView(conversation, closeDialog)),
            entry(ToolsView.class, () -> new ToolsView(closeDialog)),
            entry(ServersView.class, () -> new ServersView(servers)),
            entry(ServerView.class, () -> new ServerView(servers)),
            entry(OffersView.class, () -> new OffersView(offers)),
            entry(RulesView.class, () -> new RulesView(rules)),
            entry(
                ExportView.class,
                () -> new ExportView(exporting.export(), outside.saveDialog(), closeDialog)),
            entry(ProblemView.class, () -> new ProblemView(problem))));
  }

  public ShellViewModel shell() {
    return shell;
  }

  /// What was being written.
  public KeptDrafts drafts() {
    return talk.drafts();
  }

  /// Which server the window shows.
  public ConnectionViewModel connection() {
    return connection.connection();
  }

  /// Looks into a file of conversations and shows what it has, to take it over.
  public void open(Path file) {
    imports.look(file);
    shell.dialog().set(Dialog.NONE); // it may lie open at another page
    shell.dialog().set(Dialog.PRIVACY);
  }

  /// The open conversation.
  public ChatViewModel chat() {
    return talk.chat();
  }

  /// Questions beside the window.
  public QuickAskViewModel quick() {
    return quick.quick();
  }

  public ProblemViewModel problem() {
    return problem;
  }

  /// Loads the window's content in the program's language.
  public Loaded load() {
    var loader = loader("Shell.fxml");
    try {
      Parent root = loader.load();
      return new Loaded(root, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Loads a view in the program's language.
  ///
  /// @param file seen from the shell
  FXMLLoader loader(String file) {
    var loader = new FXMLLoader(ViewFile.of(file), Text.bundle());
    loader.setControllerFactory(this::view);
    return loader;
  }

  private Object view(Class<?> type) {
    var view = views.get(type);
    if (view == null) {
      throw new IllegalArgumentException("no view " + type.getName());
    }
    return view.get();
  }
}
