package org.colloquy.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.server.api.app.ConversationJsonFile;
import org.colloquy.server.config.SearchConfig;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.cluster.ExclusiveHere;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.document.PlainTextExtractor;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.provider.AllowedOrigins;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.TurnWatch;
import org.colloquy.server.csv.CsvFiles;
import org.colloquy.server.filetype.TikaFileTypes;
import org.colloquy.server.http.ConnectionLimits;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.http.HttpSettings;
import org.colloquy.server.llm.ProviderChatModels;
import org.colloquy.server.llm.ProviderModelLister;
import org.colloquy.server.llm.catalogue.CatalogueFiles;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.local.OwnTexts;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.metrics.Metrics;
import org.colloquy.server.outbound.NameService;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.outbound.PublicAddresses;
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
import org.colloquy.server.sharing.ScriptedMachine;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.DiskBlobStore;
import org.colloquy.server.storage.FileLetters;
import org.colloquy.server.storage.FolderBackup;
import org.colloquy.server.storage.FolderCopies;
import org.colloquy.server.storage.table.TableDatabases;
import org.colloquy.server.transcript.TranscriptFiles;
import org.colloquy.server.writing.PdfFonts;
import org.colloquy.server.writing.WrittenForms;

/// The faces over a core with its real ways out; only the name service is played, and counted.
final class OutwardServer implements AutoCloseable {
  private static final String TOKEN = "the-local-token";

  private final Database database = Database.inMemory();
  private final Stores stores = StoreWiring.wire(database);
  private final SettableClock clock = new SettableClock();
  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private final HttpConnections connections;
  private final GgufRuntime gguf;
  private final DocumentIndex passages;
  private final Core core;
  private final HttpServer server;

  OutwardServer(Path folder, NameService names) {
    gguf = new GgufRuntime(folder.resolve("native"), GgufRuntime.USUAL_IDLE);
    passages = new DocumentIndex(folder.resolve("index"));
    var guard =
        new OutboundGuard(
            host -> {
              lookedUp.add(host);
              return names.addresses(host);
            },
            new PublicAddresses());
    var allowed = new AllowedOrigins(stores.providers(), Set.of());
    connections = new HttpConnections(TimeLimits.USUAL, guard.to(guard.providers(allowed)));
    var random = new SecureRandom();
    var files =
        new FileContents(stores.attachments(), DiskBlobStore.in(folder), new ExclusiveHere());
    var engine = ResearchWiring.engine(SearchConfig.USUAL, guard);
    var ids = new CountingIds();
    core =
        CoreWiring.wire(
            stores,
            new Outside(
                new ProviderChatModels(
                    connections,
                    Retries.waiting(random),
                    new OwnTexts(
                        stores.messages(), stores.conversations(), stores.attachments(), files),
                    new NoEmbedder(),
                    gguf),
                TurnWatch.NONE,
                new ProviderModelLister(connections),
                CatalogueFiles.read(),
                guard,
                allowed,
                new Vault(
                    new MasterKeys(
                        KeyPlaces.inFolder(folder, folder.resolve("keys")), new SecureRandom()),
                    stores.dataKeys(),
                    clock,
                    new SecureRandom()),
                new Argon2PasswordHasher(random),
                new JwtTokenSigner(TokenKeys.inFolder(folder, random, clock)),
                new RandomSecrets(random),
                new RandomApiTokenMint(random),
                new FileLetters(folder.resolve("letters")),
                files,
                new TikaFileTypes(),
                TranscriptFiles.in(folder.resolve("imports")),
                new WrittenForms(PdfFonts.ofThisComputer(), ConversationJsonFile::new),
                new PlainTextExtractor(),
                new ScriptedFiles(),
                new ScriptedPublications(),
                passages,
                new FolderCopies(folder),
                new FolderBackup(folder, DiskBlobStore.in(folder), Database.NO_PASSWORD),
                new ScriptedMachine().listener(folder, clock),
                new AuditLog(stores.audit(), clock),
                ResearchWiring.researcher(engine, guard),
                new MemorySearch(),
                new NoEmbedder(),
                text -> text.length() / 4 + 1,
                new CsvFiles(),
                TableDatabases.in(folder.resolve("tables"), "", TableDatabases.USUAL_IDLE),
                ResearchWiring.tools(engine, guard),
                ResearchWiring.mcp(guard),
                LuceneIndex.inMemory(),
                () -> false,
                clock,
                ids,
                new Switchboard(Servers.ALONE, ids)),
            new CoreWiring.Limits(RunningAnswers.USUAL, FileLimits.USUAL));
    core.providers().prepare("https://api.openai.com/v1");
    core.privacy().prepare();
    var metrics = new Metrics("test");
    var faces =
        FaceWiring.wire(
            core,
            ServerConfig.in(folder, folder),
            metrics,
            TOKEN,
            clock.instant().atZone(ZoneOffset.UTC));
    var settings =
        new HttpSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Set::of,
            Set.of(),
            HttpSettings.BODY_LIMIT,
            Duration.ofMillis(200),
            ConnectionLimits.forHeap(Runtime.getRuntime().maxMemory()),
            null);
    server = HttpServer.start(settings, faces, new CountingIds(), metrics);
  }

  TestClient owner() {
    return new TestClient(server.port(), TOKEN);
  }

  Core core() {
    return core;
  }

  /// The names that were looked up, in order.
  List<String> lookedUp() {
    return lookedUp;
  }

  List<AuditEntry> audited() {
    return stores.audit().after(0, Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    server.announceClosing();
    core.runningTurns().close();
    core.memories().close();
    core.documents().close();
    passages.close();
    server.close();
    core.recovery().close();
    core.usages().close();
    gguf.close();
    connections.close();
    database.close();
  }
}
