package org.colloquy.server;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.app.ConversationJsonFile;
import org.colloquy.server.config.Logs;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.identity.WrongTrySweep;
import org.colloquy.server.core.provider.AllowedOrigins;
import org.colloquy.server.core.retention.DailyRetention;
import org.colloquy.server.csv.CsvFiles;
import org.colloquy.server.csv.SpreadsheetFiles;
import org.colloquy.server.extract.Tesseract;
import org.colloquy.server.extract.WorkerExtractor;
import org.colloquy.server.extract.WorkerLimits;
import org.colloquy.server.extract.WorkerPageImages;
import org.colloquy.server.extract.WorkerSheets;
import org.colloquy.server.extract.Workers;
import org.colloquy.server.filetype.TikaFileTypes;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.http.HttpSettings;
import org.colloquy.server.llm.ProviderChatModels;
import org.colloquy.server.llm.ProviderModelLister;
import org.colloquy.server.llm.catalogue.CatalogueFiles;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.local.OwnTexts;
import org.colloquy.server.llm.tokens.OpenAiTokenCounter;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.metrics.Metrics;
import org.colloquy.server.outbound.NameService;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.outbound.PublicAddresses;
import org.colloquy.server.retrieval.DocumentIndex;
import org.colloquy.server.retrieval.LazyEmbedder;
import org.colloquy.server.retrieval.MemorySearch;
import org.colloquy.server.security.Argon2PasswordHasher;
import org.colloquy.server.security.JwtTokenSigner;
import org.colloquy.server.security.RandomApiTokenMint;
import org.colloquy.server.security.RandomSecrets;
import org.colloquy.server.security.TokenKeys;
import org.colloquy.server.security.vault.DatabasePassword;
import org.colloquy.server.security.vault.Vault;
import org.colloquy.server.storage.FileLetters;
import org.colloquy.server.storage.FolderCopies;
import org.colloquy.server.storage.OwnerOnly;
import org.colloquy.server.transcript.TranscriptFiles;
import org.colloquy.server.writing.PdfFonts;
import org.colloquy.server.writing.WrittenForms;

/// Puts the whole server together, and takes it apart again.
final class Wiring {
  private static final int LOCAL_TOKEN_BYTES = 32;
  private static final int FILES_READ_AT_ONCE = 2;

  private Wiring() {}

  static RunningServer start(ServerConfig config) {
    Logs.prepare(config.operation().logFormat());
    LookedUpAhead.begin();
    var open = new Openings();
    try {
      return start(config, open);
    } catch (RuntimeException | Error e) {
      open.close();
      throw e;
    }
  }

  private static RunningServer start(ServerConfig config, Openings open) {
    var parts = parts(config, open);
    var core = parts.core();
    var preparation = new Preparation(parts, config);
    parts.exclusive().alone("start", preparation::run);
    parts.switchboard().begin();
    var clock = InstantSource.system();
    var localToken = localToken(new SecureRandom());
    var startedAt = clock.instant().atZone(ZoneId.systemDefault());
    var faces = FaceWiring.wire(core, config, parts.metrics(), localToken, startedAt);
    var http = open.add(listen(config, faces, parts));
    var network = parts.network();
    open.add(network::awaitClosed);
    open.add(core.sharing());
    watch(parts, config, http);
    open.add(core.tableLoader());
    open.add(core.usages());
    open.add(core.memories());
    open.add(core.documents());
    open.add(core.runningTurns());
    open.add(core.completions());
    open.add(core.titles());
    open.add(core.recovery());
    open.add(DailyRetention.start(core.retention(), clock));
    open.add(WrongTrySweep.start(parts.stores().wrongTries(), clock));
    if (config.localServers() == ServerConfig.LocalServers.LOOKED_FOR) {
      preparation.lookForServers(open);
    }
    open.add(http::announceClosing);
    open.add(network::announceClosing);
    network.serve(FaceWiring.shared(core, config, parts.metrics(), startedAt), parts.requests());
    SharingWiring.begin(core.sharing(), config);
    ToIntFunction<Duration> finish =
        most -> {
          http.announceNotReady();
          network.announceNotReady();
          return core.runningTurns().finish(most);
        };
    return new RunningServer(
        http.port(),
        localToken,
        CommandWiring.wire(core),
        () -> network.place().isPresent(),
        new RunningServer.Ending(finish, open::close));
  }

  /// Opens a folder for commands, without a server.
  ///
  /// @throws ProblemException Unavailable when another process uses it
  static OpenFolder open(ServerConfig config) {
    var open = new Openings();
    try {
      var parts = parts(config, open);
      return new OpenFolder(CommandWiring.wire(parts.core()), open);
    } catch (RuntimeException | Error e) {
      open.close();
      throw e;
    }
  }

  private static Parts parts(ServerConfig config, Openings open) {
    var random = new SecureRandom();
    var clock = InstantSource.system();
    var ids = new TimeOrderedIds(clock, random);
    var masters = VaultWiring.masters(config);
    var databasePassword = new DatabasePassword(masters, random);
    var database = open.add(DatabaseWiring.open(config, databasePassword::get));
    var switchboard = new Switchboard(database.servers(), ids);
    var stores = StoreWiring.wire(database);
    var vault = new Vault(masters, stores.dataKeys(), clock, random);
    var guard = new OutboundGuard(NameService.SYSTEM, new PublicAddresses());
    var allowed = new AllowedOrigins(stores.providers(), Set.of(config.openAiAddress()));
    var connections =
        open.add(new HttpConnections(TimeLimits.USUAL, guard.to(guard.providers(allowed))));
    var passages =
        open.add(
            new DocumentIndex(
                OwnerOnly.made(config.folder().resolve("index").resolve("documents"))));
    var shared = DatabaseWiring.sharedFolder(config);
    var blobs = ClusterWiring.blobs(config, database, open, clock);
    var files = new FileContents(stores.attachments(), blobs, database.exclusive());
    var readers =
        open.add(
            Workers.in(
                OwnerOnly.made(config.folder().resolve("reading")).resolve("files"),
                WorkerLimits.USUAL,
                FILES_READ_AT_ONCE));
    var quickReaders = open.add(readers.beside(FILES_READ_AT_ONCE));
    var embedder = new LazyEmbedder();
    var gguf = open.add(new GgufRuntime(config.folder().resolve("native"), GgufRuntime.USUAL_IDLE));
    var engine = ResearchWiring.engine(config.search(), guard);
    var mcp = open.add(ResearchWiring.mcp(guard));
    var tableData = open.add(ClusterWiring.tables(config, database, databasePassword));
    var index = SearchWiring.index(config.folder(), random);
    var indexing = open.add(SearchWiring.follow(database, stores.search(), index, clock));
    var metrics = new Metrics(Version.current());
    var watches = TracingWiring.watches(config.operation().traces(), metrics, guard, open);
    var network = SharingWiring.listener(config, open, ids, clock);
    var core =
        CoreWiring.wire(
            stores,
            new Outside(
                watches
                    .models()
                    .apply(
                        new ProviderChatModels(
                            connections,
                            Retries.waiting(random),
                            texts(stores, files),
                            embedder,
                            gguf)),
                watches.turns(),
                new ProviderModelLister(connections),
                CatalogueFiles.read(),
                guard,
                allowed,
                vault,
                new Argon2PasswordHasher(random),
                new JwtTokenSigner(TokenKeys.inFolder(shared, random, clock)),
                new RandomSecrets(random),
                new RandomApiTokenMint(random),
                new FileLetters(shared.resolve("letters")),
                files,
                new TikaFileTypes(),
                TranscriptFiles.in(OwnerOnly.made(config.folder().resolve("imports"))),
                new WrittenForms(PdfFonts.ofThisComputer(), ConversationJsonFile::new),
                new WorkerExtractor(readers, new Tesseract()),
                new WorkerPageImages(quickReaders),
                ResearchWiring.publications(engine, guard),
                passages,
                new FolderCopies(config.folder()),
                DatabaseWiring.backups(config, blobs, databasePassword::get),
                network,
                new AuditLog(stores.audit(), clock),
                ResearchWiring.researcher(engine, guard),
                new MemorySearch(),
                embedder,
                new OpenAiTokenCounter(),
                new SpreadsheetFiles(new WorkerSheets(quickReaders), new CsvFiles()),
                tableData,
                ResearchWiring.tools(engine, guard),
                mcp,
                index,
                indexing::isBuilding,
                clock,
                ids,
                switchboard),
            new CoreWiring.Limits(config.answersAtOnce(), config.files()));
    return new Parts(
        core,
        stores,
        files,
        masters,
        vault,
        guard,
        metrics,
        watches.requests(),
        network,
        ids,
        switchboard,
        database.exclusive());
  }

  private static OwnTexts texts(Stores stores, FileContents files) {
    return new OwnTexts(stores.messages(), stores.conversations(), stores.attachments(), files);
  }

  private static HttpServer listen(ServerConfig config, List<Face> faces, Parts parts) {
    var origins = Set.copyOf(config.allowedOrigins());
    var names = config.sharing().names();
    try {
      return start(HttpSettings.loopback(config.port(), names, origins), faces, parts);
    } catch (UncheckedIOException e) {
      if (config.portTaken() == ServerConfig.PortTaken.TAKE_ANOTHER) {
        return start(HttpSettings.loopback(0, names, origins), faces, parts);
      }
      throw new ProblemException(
          new Problem.Unavailable(
              "Port "
                  + config.port()
                  + " is taken by another program; choose another one with --port."),
          e);
    }
  }

  private static HttpServer start(HttpSettings settings, List<Face> faces, Parts parts) {
    return HttpServer.start(settings, faces, parts.ids(), parts.requests());
  }

  private static void watch(Parts parts, ServerConfig config, HttpServer http) {
    var metrics = parts.metrics();
    metrics.gauge(
        "colloquy_answers_running",
        "Answers that are being given.",
        parts.core().runningTurns()::count);
    metrics.gauge(
        "colloquy_connections_open",
        "Connections that are open.",
        () -> http.connections() + parts.network().connections());
    metrics.gauge(
        "colloquy_data_free_bytes",
        "Room that is left where everything is kept.",
        config.folder().toFile()::getUsableSpace);
  }

  private static String localToken(SecureRandom random) {
    var token = new byte[LOCAL_TOKEN_BYTES];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }
}
