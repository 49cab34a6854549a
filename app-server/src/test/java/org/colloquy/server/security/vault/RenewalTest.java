package org.colloquy.server.security.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.ProblemException;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.DataKey;
import org.colloquy.server.core.provider.DataKeyStore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.security.vault.KeyPlaces.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenewalTest {
  private static final Secret OLD = Secret.of("the old passphrase");
  private static final Secret NEW = Secret.of("the new passphrase");

  private final SecureRandom random = new SecureRandom();
  private final TestCore core = TestCore.with(ScriptedChatModel.saying("x"));
  private final DataKeyStore store = core.stores().dataKeys();
  private final Map<AccountId, String> sealed =
      new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

  @TempDir Path data;
  @TempDir Path config;

  @BeforeEach
  void sealSome() {
    for (var name : List.of("ada", "bob", "eve")) {
      var account = core.member(name).account();
      sealed.put(account, vault(usual(), store).seal(Secret.of(name), account, "it"));
    }
    new DatabasePassword(masters(usual()), random).make();
  }

  @AfterEach
  void close() {
    core.close();
  }

  private KeyPlaces usual() {
    return KeyPlaces.inFolder(data, config.resolve("keys"));
  }

  private MasterKeys masters(KeyPlaces places) {
    return new MasterKeys(places, random);
  }

  private Vault vault(KeyPlaces places, DataKeyStore keys) {
    return new Vault(masters(places), keys, core.clock(), random);
  }

  private void opensAll(KeyPlaces places) {
    var masters = masters(places);
    var vault = new Vault(masters, store, core.clock(), random);
    assertThat(
            sealed.entrySet().stream()
                .map(entry -> vault.open(entry.getValue(), entry.getKey(), "it").reveal()))
        .containsExactlyInAnyOrder("ada", "bob", "eve");
    assertThat(new DatabasePassword(masters, random).get()).hasSize(64);
  }

  private String everythingIn(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(RenewalTest::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> marksInUse() {
    return store.all().stream()
        .map(key -> SealedText.parse(key.sealed()).mark())
        .distinct()
        .toList();
  }

  @Test
  void sealsEverythingWithANewKeyAndForgetsTheOldOne() {
    var before = everythingIn(config).strip();
    var wrapped = store.all();

    vault(usual(), store).renew(Kind.SAME, usual(), List.of());

    opensAll(usual());
    assertThat(everythingIn(config)).doesNotContain(before);
    assertThat(store.all()).doesNotContainAnyElementsOf(wrapped);
    assertThat(marksInUse()).containsExactly(masters(usual()).current().orElseThrow());
  }

  @Test
  void movesTheKeyUnderAPassphraseToAnotherOneAndBackIntoAFile() {
    vault(usual(), store).renew(Kind.PASSPHRASE, usual().withPassphrase(OLD), List.of());
    assertThat(everythingIn(config)).isEmpty();
    opensAll(usual().withPassphrase(OLD));

    vault(usual().withPassphrase(OLD), store)
        .renew(Kind.SAME, usual().withPassphrase(NEW), List.of());
    opensAll(usual().withPassphrase(NEW));
    assertThat(catchThrowable(() -> opensAll(usual().withPassphrase(OLD))))
        .isInstanceOf(ProblemException.class)
        .extracting(fault -> ((ProblemException) fault).problem().toString())
        .asString()
        .contains("The passphrase is wrong");
    assertThat(catchThrowable(() -> opensAll(usual()))).isInstanceOf(ProblemException.class);

    vault(usual().withPassphrase(NEW), store).renew(Kind.FILE, usual(), List.of());
    opensAll(usual());
    assertThat(data.toFile().list()).containsExactly("sealing.properties");
  }

  @Test
  void refusesWithoutTheKeyAndLeavesEverythingAsItIs() throws IOException {
    try (var files = Files.list(config.resolve("keys"))) {
      Files.delete(files.findFirst().orElseThrow());
    }
    var before = everythingIn(data);
    var wrapped = store.all();

    assertThat(catchThrowable(() -> vault(usual(), store).renew(Kind.SAME, usual(), List.of())))
        .isInstanceOf(ProblemException.class);

    assertThat(everythingIn(data)).isEqualTo(before);
    assertThat(everythingIn(config)).isEmpty();
    assertThat(store.all()).isEqualTo(wrapped);
  }

  /// Where a process may die.
  enum Moment {
    WHEN_THE_NEW_KEY_IS_WRITTEN,
    WHEN_THE_FOLDER_IS_TOLD,
    BEFORE_THE_DATA_KEYS_ARE_SEALED,
    WHILE_THE_DATA_KEYS_ARE_SEALED,
    AFTER_THE_DATA_KEYS_WERE_SEALED,
    WHEN_THE_OLD_PLACE_IS_LEFT,
    WHEN_THE_OLD_KEY_IS_REMOVED,
    NEVER
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingWhereverItDiesAndFinishesLater(Moment moment) throws IOException {
    dies(moment, Kind.SAME, usual());

    opensAll(usual());
    comesToAnEnd(usual());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_THE_DATA_KEYS_ARE_SEALED", "WHEN_THE_OLD_PLACE_IS_LEFT"})
  void losesNothingWhereverItDiesOnTheWayUnderAPassphrase(Moment moment) throws IOException {
    dies(moment, Kind.PASSPHRASE, usual().withPassphrase(NEW));

    opensAll(usual().withPassphrase(NEW));
    comesToAnEnd(usual().withPassphrase(NEW));
    assertThat(everythingIn(config)).isEmpty();
  }

  private void comesToAnEnd(KeyPlaces places) {
    vault(places, store).finish(List.of());
    opensAll(places);
    assertThat(masters(places).areUnfinished()).isFalse();
    assertThat(marksInUse()).containsExactly(masters(places).current().orElseThrow());
  }

  private void dies(Moment moment, Kind kind, KeyPlaces there) throws IOException {
    var key = config.resolve("keys").resolve(onlyFileIn(config.resolve("keys")) + ".new");
    var told = data.resolve("sealing.properties.new");
    var watched =
        switch (moment) {
          case WHEN_THE_NEW_KEY_IS_WRITTEN -> blocked(key);
          case WHEN_THE_FOLDER_IS_TOLD -> blocked(told);
          case BEFORE_THE_DATA_KEYS_ARE_SEALED -> new Watched(store, call -> failAt(1, call));
          case WHILE_THE_DATA_KEYS_ARE_SEALED -> new Watched(store, call -> failAt(2, call));
          case AFTER_THE_DATA_KEYS_WERE_SEALED -> new Watched(store, call -> failAt(3, call));
          case WHEN_THE_OLD_PLACE_IS_LEFT -> new Watched(store, call -> blockAt(3, call, told));
          case WHEN_THE_OLD_KEY_IS_REMOVED -> new Watched(store, call -> blockAt(3, call, key));
          case NEVER -> store;
        };
    var died = catchThrowable(() -> vault(usual(), watched).renew(kind, there, List.of()));
    assertThat(died == null).isEqualTo(moment == Moment.NEVER);
    unblock(key);
    unblock(told);
  }

  private static String onlyFileIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).findFirst().orElseThrow();
    }
  }

  /// Nothing can be written in the place of a folder that is not empty.
  private DataKeyStore blocked(Path file) throws IOException {
    Files.createDirectories(file.resolve("in the way"));
    return store;
  }

  private static void blockAt(int last, int call, Path file) {
    if (call == last) {
      try {
        Files.createDirectories(file.resolve("in the way"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void unblock(Path file) throws IOException {
    Files.deleteIfExists(file.resolve("in the way"));
    Files.deleteIfExists(file);
  }

  private static void failAt(int last, int call) {
    if (call == last) {
      throw new IllegalStateException("the process dies here");
    }
  }

  /// The store, and somebody who hears of each call before it is made.
  private static final class Watched implements DataKeyStore {
    private final DataKeyStore store;
    private final Consumer<Integer> listener;
    private int calls;

    Watched(DataKeyStore store, Consumer<Integer> listener) {
      this.store = store;
      this.listener = listener;
    }

    private DataKeyStore told() {
      listener.accept(++calls);
      return store;
    }

    @Override
    public List<DataKey> of(AccountId owner) {
      return told().of(owner);
    }

    @Override
    public List<DataKey> all() {
      return told().all();
    }

    @Override
    public void add(DataKey key) {
      told().add(key);
    }

    @Override
    public void replace(List<DataKey> keys) {
      told().replace(keys);
    }
  }
}
