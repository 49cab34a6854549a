package org.colloquy.server.security.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final String SECRET = "sk-größe-🙂-0123456789";

  private final SecureRandom random = new SecureRandom();
  private final TestCore core = TestCore.with(ScriptedChatModel.saying("x"));
  private final AccountId ada = core.member("ada").account();
  private final AccountId eve = core.member("eve").account();

  @TempDir Path data;
  @TempDir Path config;

  @AfterEach
  void close() {
    core.close();
  }

  private KeyPlaces places() {
    return KeyPlaces.inFolder(data, config.resolve("keys"));
  }

  /// A new one each time, as after a restart.
  private Vault vault() {
    return vault(places());
  }

  private Vault vault(KeyPlaces places) {
    return new Vault(
        new MasterKeys(places, random), core.stores().dataKeys(), core.clock(), random);
  }

  private String sealed() {
    return vault().seal(Secret.of(SECRET), ada, "it");
  }

  private String opened(String sealed) {
    return vault().open(sealed, ada, "it").reveal();
  }

  private Path keyFile() throws IOException {
    try (var files = Files.list(config.resolve("keys"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String refusal(ThrowingCallable work) {
    var thrown = catchThrowableOfType(ProblemException.class, work);
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isInstanceOf(Problem.Unavailable.class);
    return ((Problem.Unavailable) thrown.problem()).why();
  }

  @Test
  void opensWhatItSealedAlsoAfterARestart() {
    var sealed = sealed();
    assertThat(sealed).startsWith("2.").doesNotContain("sk-").isNotEqualTo(sealed());
    assertThat(opened(sealed)).isEqualTo(SECRET);
  }

  @Test
  void keepsTheMasterKeyOutsideTheDataFolderForItsOwnerOnly() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    sealed();
    var key = Files.readString(keyFile()).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    try (var files = Files.list(data)) {
      assertThat(files)
          .singleElement()
          .satisfies(file ->
              assertThat(Files.readString(file)).contains("place=file").doesNotContain(key));
    }
  }

  @Test
  void doesNotOpenWhatBelongsToSomethingOrSomebodyElse() {
    var sealed = sealed();
    vault().seal(Secret.of("another"), eve, "it");
    assertThat(refusal(() -> vault().open(sealed, ada, "that"))).contains("was moved");
    assertThat(refusal(() -> vault().open(sealed, eve, "it"))).contains("was moved");
  }

  @Test
  void refusesATextOfWhichAnythingWasChanged() {
    var sealed = sealed();
    for (int i = 0; i < sealed.length() - 1; i++) {
      var changed = new StringBuilder(sealed);
      changed.setCharAt(i, sealed.charAt(i) == 'A' ? 'B' : 'A');
      refusal(() -> vault().open(changed.toString(), ada, "it"));
    }
    for (var text : List.of("", "1.", "2.", "2.????", sealed.substring(0, 30))) {
      assertThat(refusal(() -> vault().open(text, ada, "it"))).contains("is damaged");
    }
  }

  @Test
  void saysThatTheKeyIsMissingAndLeavesWhatWasSealed() throws IOException {
    var sealed = sealed();
    var before = core.stores().dataKeys().all();
    var file = keyFile();
    var key = Files.readAllBytes(file);
    Files.delete(file);

    assertThat(refusal(() -> vault().open(sealed, ada, "it")))
        .contains("is not in the file " + file, "enter your API keys again");
    vault().adoptOld();
    vault().finish(List.of());
    assertThat(file).doesNotExist();
    assertThat(core.stores().dataKeys().all()).isEqualTo(before);

    Files.write(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(opened(sealed)).isEqualTo(SECRET);
  }

  @Test
  void sealsWithANewKeyWhenSomebodyEntersASecretAfterTheLossAndStillTakesTheOldOneBack()
      throws IOException {
    var lost = sealed();
    var file = keyFile();
    var key = Files.readString(file);
    Files.delete(file);

    var entered = sealed();
    vault().finish(List.of());

    assertThat(opened(entered)).isEqualTo(SECRET);
    refusal(() -> opened(lost));
    Files.writeString(file, Files.readString(file) + key);
    assertThat(opened(lost)).isEqualTo(SECRET);
    vault().finish(List.of());
    assertThat(opened(lost)).isEqualTo(SECRET);
    assertThat(Files.readString(file)).doesNotContain(key.strip());
  }

  @Test
  void refusesAKeyThatOthersCanReadOrThatIsNone() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    var sealed = sealed();
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(refusal(() -> opened(sealed))).contains("can be read by others");
    assertThat(refusal(this::sealed)).contains("can be read by others");
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(keyFile(), "nonsense");
    assertThat(refusal(() -> opened(sealed))).contains("does not hold a key");
    assertThat(refusal(this::sealed)).contains("does not hold a key");
    assertThat(keyFile()).hasContent("nonsense");
  }

  @Test
  void findsAKeyFileThatWasMovedByHand() throws IOException {
    var sealed = sealed();
    var other = config.resolve("elsewhere.key");
    Files.move(keyFile(), other);
    refusal(() -> opened(sealed));
    var places = new KeyPlaces(data, config.resolve("keys"), other, null, KeyPlaces.Usual.FILE);
    assertThat(vault(places).open(sealed, ada, "it").reveal()).isEqualTo(SECRET);
  }

  @Test
  void opensWhatOlderVersionsSealedWithTheKeyInTheDataFolder()
      throws IOException, GeneralSecurityException {
    var key = new byte[32];
    random.nextBytes(key);
    var old = data.resolve("secret.key");
    Files.writeString(old, Base64.getEncoder().encodeToString(key) + "\n");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
    var sealed = sealedByOldVersion(key);

    assertThat(opened(sealed)).isEqualTo(SECRET);
    assertThat(vault().isOutdated(sealed)).isTrue();
    vault().adoptOld();
    vault().finish(List.of(sealed));
    assertThat(old).doesNotExist();
    assertThat(opened(sealed)).isEqualTo(SECRET);
    vault().finish(List.of());
    assertThat(refusal(() -> opened(sealed))).contains("enter your API keys again");
  }

  /// `1.` and, in Base64, four bytes of the key's digest, the nonce, what AES-GCM makes of it.
  private String sealedByOldVersion(byte[] key) throws GeneralSecurityException {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD("1.it".getBytes(StandardCharsets.UTF_8));
    var words = cipher.doFinal(SECRET.getBytes(StandardCharsets.UTF_8));
    var mark = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), 4);
    var all = Arrays.copyOf(mark, 16 + words.length);
    System.arraycopy(nonce, 0, all, 4, 12);
    System.arraycopy(words, 0, all, 16, words.length);
    return "1." + Base64.getEncoder().withoutPadding().encodeToString(all);
  }
}
