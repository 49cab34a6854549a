package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.KeyId;
import org.colloquy.model.MemoryId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.config.KeyConfig;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.ServerConfig.PortTaken;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.identity.NewAccount;
import org.colloquy.server.core.memory.MemoryStore.NewMemory;
import org.colloquy.server.core.provider.NewKey;
import org.colloquy.server.core.provider.NewProvider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.security.vault.DatabasePassword;
import org.colloquy.server.security.vault.Vault;
import org.colloquy.server.storage.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandsTest {
  private static final String SECRET = "sk-made-before-0123456789";
  private static final String WORD = "quokkacanary";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ADDRESS = "https://lab.example/v1";

  private final SecureRandom random = new SecureRandom();
  private final AccountId ada = new AccountId(new UUID(0, 1));
  private final KeyId key = new KeyId(new UUID(0, 3));

  @TempDir Path folder;
  @TempDir Path keys;

  private ServerConfig config() {
    return ServerConfig.in(folder, keys).withPort(0, PortTaken.REFUSE);
  }

  private KeyCommands commands() {
    return new KeyCommands(config());
  }

  /// A folder as an older version leaves it: its key beside the database, and a sealed API key.
  @BeforeEach
  void older() throws IOException, GeneralSecurityException {
    var master = new byte[32];
    random.nextBytes(master);
    try (var database = Database.inFolder(folder)) {
      var stores = StoreWiring.wire(database);
      stores
          .accounts()
          .add(
              new NewAccount(
                  ada, "ada", "ada@lab.example", Profile.EMPTY, AccountRole.MEMBER, null, NOON));
      var provider = new ProviderId(new UUID(0, 2));
      stores
          .providers()
          .add(
              new NewProvider(provider, ada, "Lab", ProviderKind.OPENAI_CHAT, ADDRESS, false, NOON),
              List.of());
      stores.keys().add(new NewKey(key, ada, provider, "work", "6789", sealedOfOld(master), NOON));
      stores.memories().add(new NewMemory(new MemoryId(new UUID(0, 4)), ada, WORD, NOON), 9);
    }
    var file = folder.resolve("secret.key");
    Files.writeString(file, Base64.getEncoder().encodeToString(master) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String bound() {
    return "key|" + key + "|" + ada + "|" + ADDRESS;
  }

  /// `1.` and, in Base64, four bytes of the key's digest, the nonce, what AES-GCM makes of it.
  private String sealedOfOld(byte[] master) throws GeneralSecurityException {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(master, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(("1." + bound()).getBytes(StandardCharsets.UTF_8));
    var words = cipher.doFinal(SECRET.getBytes(StandardCharsets.UTF_8));
    var mark = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(master), 4);
    var all = Arrays.copyOf(mark, 16 + words.length);
    System.arraycopy(nonce, 0, all, 4, 12);
    System.arraycopy(words, 0, all, 16, words.length);
    return "1." + Base64.getEncoder().withoutPadding().encodeToString(all);
  }

  private String opened(ServerConfig config) {
    var masters = VaultWiring.masters(config);
    try (var database = Database.inFolder(folder, new DatabasePassword(masters, random)::get)) {
      var stores = StoreWiring.wire(database);
      var vault = new Vault(masters, stores.dataKeys(), InstantSource.system(), random);
      assertThat(stores.memories().of(ada)).singleElement().asString().contains(WORD);
      return vault.open(stores.keys().sealed(key).orElseThrow(), ada, bound()).reveal();
    }
  }

  private String sealed() {
    try (var database = Database.inFolder(folder)) {
      return StoreWiring.wire(database).keys().sealed(key).orElseThrow();
    }
  }

  private boolean holds(Path file, String word) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
  }

  private static String refusal(Runnable command) {
    var thrown = catchThrowableOfType(ProblemException.class, command::run);
    assertThat(thrown).isNotNull();
    return thrown.problem() instanceof Problem.Unavailable(var why) ? why : thrown.problem() + "";
  }

  @Test
  void sealsAnewAtTheStartWhatAnOlderVersionLeft() {
    ChatServer.start(config()).close();

    assertThat(folder.resolve("secret.key")).doesNotExist();
    assertThat(sealed()).startsWith("2.");
    assertThat(opened(config())).isEqualTo(SECRET);
  }

  @Test
  void startsWithoutTheKeyAndMakesNoNewOneByItself() throws IOException {
    ChatServer.start(config()).close();
    var before = sealed();
    try (var files = Files.list(keys)) {
      Files.delete(files.findFirst().orElseThrow());
    }
    var withKeyOfTheEnvironment =
        new ServerConfig(
            folder,
            0,
            PortTaken.REFUSE,
            List.of(),
            ADDRESS,
            Secret.of("sk-of-the-environment"),
            config().leaving(),
            config().systemMessages(),
            config().answersAtOnce(),
            config().search(),
            KeyConfig.in(keys),
            config().files(),
            config().localServers(),
            SharingConfig.USUAL,
            config().operation());

    ChatServer.start(withKeyOfTheEnvironment).close();

    assertThat(keys).isEmptyDirectory();
    assertThat(sealed()).isEqualTo(before);
    assertThat(refusal(() -> opened(config()))).contains("enter your API keys again");
  }

  @Test
  void rotatesTheKeyAndSaysSoInTheAuditLog() throws IOException {
    commands().rotate("");
    var first = Files.readString(keyFile());

    assertThat(commands().rotate("file")).contains("in the file " + keyFile());

    assertThat(Files.readString(keyFile())).isNotEqualTo(first).hasLineCount(1);
    assertThat(opened(config())).isEqualTo(SECRET);
    try (var database = Database.inFolder(folder)) {
      assertThat(StoreWiring.wire(database).audit().before(AuditFilter.ALL, Long.MAX_VALUE, 9))
          .extracting(entry -> entry.action())
          .containsOnly(Action.SECRETS_REKEYED.name());
    }
  }

  private Path keyFile() throws IOException {
    try (var files = Files.list(keys)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void movesTheKeyUnderAPassphrase() {
    var secret = Secret.of("four words make one");
    var config = config().withKeys(config().keys().withNewPassphrase(secret));

    new KeyCommands(config).rotate("passphrase");

    assertThat(keys).isEmptyDirectory();
    assertThat(refusal(() -> opened(config()))).contains("under a passphrase");
    assertThat(opened(config().withKeys(config().keys().withPassphrase(secret)))).isEqualTo(SECRET);
  }

  @Test
  void refusesWhileTheFolderIsInUseAndWhereThereIsNothing() {
    try (var server = ChatServer.start(config())) {
      assertThat(server.port()).isPositive();
      for (Runnable command :
          List.<Runnable>of(
              () -> commands().rotate(""),
              () -> commands().encrypt(),
              () -> commands().decrypt())) {
        assertThat(refusal(command)).contains("Another Colloquy uses the data folder");
      }
    }
    var nowhere = new KeyCommands(ServerConfig.in(folder.resolve("nowhere"), keys));
    assertThat(refusal(() -> nowhere.rotate(""))).contains("There is no database in");
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(refusal(() -> commands().rotate("nowhere"))).contains("keychain, file, passphrase");
  }

  @Test
  void encryptsTheDatabaseFileAndThoseThatWereKeptAndTakesItBack() throws IOException {
    var file = folder.resolve("colloquy.mv.db");
    var kept = folder.resolve("colloquy-before-2.mv.db");
    Files.copy(file, kept);
    assertThat(holds(file, WORD)).isTrue();

    commands().encrypt();

    for (var name : List.of(file, kept)) {
      assertThat(holds(name, WORD)).isFalse();
      assertThat(holds(name, "H2encrypt")).isTrue();
    }
    ChatServer.start(config()).close();
    commands().rotate("");
    assertThat(opened(config())).isEqualTo(SECRET);
    commands().encrypt();
    assertThat(opened(config())).isEqualTo(SECRET);

    commands().decrypt();

    assertThat(holds(file, WORD)).isTrue();
    assertThat(holds(kept, WORD)).isTrue();
    assertThat(opened(config())).isEqualTo(SECRET);
    assertThat(folder.resolve("colloquy-unfinished.mv.db")).doesNotExist();
  }

  @Test
  void cannotOpenAnEncryptedDatabaseWithoutTheKeyAndLeavesItAsItIs() throws IOException {
    commands().encrypt();
    var key = Files.readAllBytes(keyFile());
    var before = Files.readAllBytes(folder.resolve("colloquy.mv.db"));
    var file = keyFile();
    Files.delete(file);

    assertThat(refusal(() -> ChatServer.start(config()))).contains("is not in the file " + file);

    assertThat(folder.resolve("colloquy.mv.db")).hasBinaryContent(before);
    Files.write(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(opened(config())).isEqualTo(SECRET);
  }
}
