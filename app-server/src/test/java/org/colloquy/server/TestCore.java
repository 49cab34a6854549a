package org.colloquy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;
import org.colloquy.server.api.app.ConversationJsonFile;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.cluster.ExclusiveHere;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.document.PassageIndex;
import org.colloquy.server.core.document.PlainTextExtractor;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.identity.AccessTerms;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.identity.Renewal;
import org.colloquy.server.core.identity.SessionTerms;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.provider.AllowedOrigins;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.search.CaughtUpIndex;
import org.colloquy.server.core.table.TableData;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedChatModels;
import org.colloquy.server.core.turn.ScriptedResearcher;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.TurnWatch;
import org.colloquy.server.csv.CsvFiles;
import org.colloquy.server.filetype.TikaFileTypes;
import org.colloquy.server.llm.catalogue.CatalogueFiles;
import org.colloquy.server.llm.local.OwnTexts;
import org.colloquy.server.outbound.Ways;
import org.colloquy.server.retrieval.DocumentIndex;
import org.colloquy.server.retrieval.MemorySearch;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.colloquy.server.security.Argon2PasswordHasher;
import org.colloquy.server.security.JwtTokenSigner;
import org.colloquy.server.security.RandomApiTokenMint;
import org.colloquy.server.security.RandomSecrets;
import org.colloquy.server.security.TokenKeys;
import org.colloquy.server.security.vault.KeyPlaces;
import org.colloquy.server.security.vault.MasterKeys;
import org.colloquy.server.security.vault.Vault;
import org.colloquy.server.sharing.NetworkListener;
import org.colloquy.server.sharing.ScriptedMachine;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.DiskBlobStore;
import org.colloquy.server.storage.FileLetters;
import org.colloquy.server.storage.FolderBackup;
import org.colloquy.server.storage.FolderCopies;
import org.colloquy.server.storage.WatchedDatabase;
import org.colloquy.server.storage.table.TableDatabases;
import org.colloquy.server.tool.mcp.McpHub;
import org.colloquy.server.tool.web.JsonPost;
import org.colloquy.server.tool.web.WebClient;
import org.colloquy.server.transcript.TranscriptFiles;
import org.colloquy.server.writing.PdfFonts;
import org.colloquy.server.writing.WrittenForms;
import org.jspecify.annotations.Nullable;

/// The whole core over a database in memory, with a scripted model.
public final class TestCore implements AutoCloseable {
  /// What every member signs in with.
  public static final String PASSWORD = "a good password";

  /// How members sign in: a token to go on with, and one that stays the same.
  public static final SessionTerms ANY_CLIENT =
      new SessionTerms(
          "test",
          new AccessTerms("", Duration.ofMinutes(15)),
          new Renewal.Lasting(Duration.ofDays(1)));

  private static final CoreWiring.Limits USUAL =
      new CoreWiring.Limits(RunningAnswers.USUAL, FileLimits.USUAL);

  private final WatchedDatabase database;
  private final SettableClock clock = new SettableClock();
  private final ScriptedResearcher internet = new ScriptedResearcher();
  private final Path folder = newFolder();
  private final Path letters = folder.resolve("letters");
  private final Path files = folder.resolve("blobs");
  private final @Nullable ScriptedChatModel model;
  private final LuceneIndex index = LuceneIndex.inMemory();
  private final Stores stores;
  private final McpHub mcp;
  private final FileContents contents;
  private final TableDatabases tableData;
  private final DocumentIndex passages = new DocumentIndex(folder.resolve("index"));
  private final ScriptedMachine machine = new ScriptedMachine();
  private final NetworkListener network = machine.listener(folder, clock);
  private final Core core;
  private final Caller owner;

  private TestCore(Database over, ChatModel chatModel, CoreWiring.Limits limits, List<Tool> tools) {
    database = new WatchedDatabase(over);
    model = chatModel instanceof ScriptedChatModel scripted ? scripted : null;
    stores = StoreWiring.wire(database);
    contents =
        new FileContents(stores.attachments(), DiskBlobStore.in(folder), new ExclusiveHere());
    tableData = TableDatabases.in(folder.resolve("tables"), "", TableDatabases.USUAL_IDLE);
    var guard = Ways.guard(_ -> List.of(InetAddress.ofLiteral("9.9.9.9")));
    mcp =
        new McpHub(
            _ -> new JsonPost(new WebClient("test", guard.to(guard.publicWeb()))),
            Duration.ofSeconds(20));
    var masters =
        new MasterKeys(KeyPlaces.inFolder(folder, folder.resolve("keys")), new SecureRandom());
    var ids = new CountingIds();
    core =
        CoreWiring.wire(
            stores,
            new Outside(
                new ScriptedChatModels(chatModel),
                TurnWatch.NONE,
                (_, _) -> List.of(new ListedModel("gpt-4o")),
                CatalogueFiles.read(),
                guard,
                new AllowedOrigins(stores.providers(), Set.of()),
                new Vault(masters, stores.dataKeys(), clock, new SecureRandom()),
                new Argon2PasswordHasher(new SecureRandom()),
                new JwtTokenSigner(TokenKeys.inFolder(folder, new SecureRandom(), clock)),
                new RandomSecrets(new SecureRandom()),
                new RandomApiTokenMint(new SecureRandom()),
                new FileLetters(letters),
                contents,
                new TikaFileTypes(),
                TranscriptFiles.in(folder.resolve("imports")),
                new WrittenForms(PdfFonts.ofThisComputer(), ConversationJsonFile::new),
                new PlainTextExtractor(),
                new ScriptedFiles(),
                new ScriptedPublications(),
                passages,
                new FolderCopies(folder),
                new FolderBackup(folder, DiskBlobStore.in(folder), Database.NO_PASSWORD),
                network,
                new AuditLog(stores.audit(), clock),
                internet,
                new MemorySearch(),
                new NoEmbedder(),
                text -> text.length() / 4 + 1,
                new CsvFiles(),
                tableData,
                tools,
                mcp,
                new CaughtUpIndex(stores.search(), index, clock),
                () -> false,
                clock,
                ids,
                new Switchboard(Servers.ALONE, ids)),
            limits);
    core.providers().prepare("https://api.openai.com/v1");
    owner =
        new Caller(
            core.accounts().localOwner().id(),
            AccountRole.OWNER,
            Caller.Proof.LOCAL_TOKEN,
            Visitor.PROGRAM);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("colloquy-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeFolder() {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A core with this model.
  ///
  /// @param tools that models may call beside those of the core
  public static TestCore with(ChatModel model, Tool... tools) {
    return new TestCore(Database.inMemory(), model, USUAL, List.of(tools));
  }

  /// A core with this model that gives one account so many answers at the same time.
  public static TestCore giving(int answersAtOnce, ChatModel model) {
    return new TestCore(
        Database.inMemory(),
        model,
        new CoreWiring.Limits(answersAtOnce, FileLimits.USUAL),
        List.of());
  }

  /// A core over this database that gives one account so many answers at the same time.
  public static TestCore over(Database database, int answersAtOnce, ChatModel model) {
    var limits = new CoreWiring.Limits(answersAtOnce, FileLimits.USUAL);
    return new TestCore(database, model, limits, List.of());
  }

  /// A core that takes so many files.
  public static TestCore taking(FileLimits files, ChatModel model) {
    return new TestCore(
        Database.inMemory(), model, new CoreWiring.Limits(RunningAnswers.USUAL, files), List.of());
  }

  /// A core over this database.
  public static TestCore over(Database database, ChatModel model) {
    return new TestCore(database, model, USUAL, List.of());
  }

  public Caller owner() {
    return owner;
  }

  /// Somebody else, with this username.
  public Caller member(String username) {
    var account =
        core.accounts()
            .register(
                new Registration(username, username + "@example.org", PASSWORD, Profile.EMPTY),
                Visitor.PROGRAM);
    return new Caller(account.id(), account.role(), Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
  }

  /// Signs a member in.
  public Sessions.Tokens signIn(String username) {
    return core.sessions().signIn(username, PASSWORD, ANY_CLIENT, Visitor.PROGRAM);
  }

  public Core core() {
    return core;
  }

  /// Where everything is stored.
  public WatchedDatabase database() {
    return database;
  }

  public Stores stores() {
    return stores;
  }

  /// Where letters to people are left.
  public Path letters() {
    return letters;
  }

  /// Where the content of attachments is kept.
  public Path files() {
    return files;
  }

  /// The files in which contents are kept, and those that are being received.
  public List<Path> kept() {
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (var all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The way in for others on the network.
  public NetworkListener network() {
    return network;
  }

  /// What others on the network hear of this server.
  public List<String> announced() {
    return machine.heard();
  }

  /// Keeps the content of attachments.
  public FileContents contents() {
    return contents;
  }

  /// Where passages of documents are found.
  public PassageIndex passages() {
    return passages;
  }

  /// Where rows of tables are.
  public TableData tableData() {
    return tableData;
  }

  /// What the built-in model looks through, with these messages instead of those that are stored.
  public OwnTexts texts(MessageStore messages) {
    return new OwnTexts(messages, stores.conversations(), stores.attachments(), contents);
  }

  /// What was written into the audit log, oldest first.
  public List<AuditEvent> audited() {
    return stores.audit().after(0, Integer.MAX_VALUE).stream().map(TestCore::event).toList();
  }

  private static AuditEvent event(AuditEntry entry) {
    return new AuditEvent(
        AuditEvent.Action.valueOf(entry.action()),
        AuditEvent.Outcome.valueOf(entry.outcome()),
        entry.account(),
        entry.object(),
        entry.address());
  }

  public SettableClock clock() {
    return clock;
  }

  public ScriptedChatModel model() {
    return Objects.requireNonNull(model);
  }

  /// What turns find in the internet: nothing, until the test says otherwise.
  public ScriptedResearcher internet() {
    return internet;
  }

  @Override
  public void close() {
    core.runningTurns().close();
    core.sharing().close();
    network.awaitClosed();
    core.titles().close();
    core.memories().close();
    core.documents().close();
    passages.close();
    mcp.close();
    core.recovery().close();
    core.usages().close();
    core.tableLoader().close();
    tableData.close();
    index.close();
    database.close();
    removeFolder();
  }
}
