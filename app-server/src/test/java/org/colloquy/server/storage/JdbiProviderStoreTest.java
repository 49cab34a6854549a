package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.colloquy.model.Ability;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.provider.NewModel;
import org.colloquy.server.core.provider.NewProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiProviderStoreTest extends StoreTest {
  private final JdbiProviderStore providers = new JdbiProviderStore(database);

  JdbiProviderStoreTest(Kind kind) {
    super(kind);
  }

  private Provider add(@Nullable AccountId owner, String name, String... models) {
    return providers.add(
        new NewProvider(
            new ProviderId(next()),
            owner,
            name,
            ProviderKind.OPENAI_CHAT,
            "https://x/v1",
            false,
            NOON),
        List.of(models).stream().map(this::model).toList());
  }

  private NewModel model(String name) {
    return told(name, ModelFacts.UNKNOWN);
  }

  private NewModel told(String name, ModelFacts facts) {
    return new NewModel(new ModelId(next()), name, name.toUpperCase(java.util.Locale.ROOT), facts);
  }

  @Test
  void showsEverybodysAndOnesOwn() {
    var ada = account("ada").id();
    var eve = account("eve").id();
    var shared = add(null, "shared", "small", "big");
    var adas = add(ada, "ada's");
    assertThat(shared.models()).extracting(ModelInfo::name).containsExactly("small", "big");
    assertThat(adas.owner()).isEqualTo(ada);
    assertThat(providers.visible(ada)).containsExactly(shared, adas);
    assertThat(providers.visible(eve)).containsExactly(shared);
    assertThat(providers.everybodys()).containsExactly(shared);
    assertThat(providers.find(ada, adas.id())).contains(adas);
    assertThat(providers.find(eve, adas.id())).isEmpty();
    assertThat(providers.findByNumber(eve, shared.number())).contains(shared);
    assertThat(providers.findByNumber(eve, adas.number())).isEmpty();
  }

  @Test
  void changesTheAddressOfOneThatEverybodySees() {
    var ada = account("ada").id();
    var shared = add(null, "shared");
    var adas = add(ada, "ada's");
    providers.changeAddress(shared.id(), "http://localhost:1/v1");
    providers.changeAddress(adas.id(), "http://localhost:1/v1");
    assertThat(providers.visible(ada))
        .extracting(Provider::address)
        .containsExactly("http://localhost:1/v1", "https://x/v1");
  }

  @Test
  void keepsKnownModelsWhenTheyAreReplaced() {
    var provider = add(null, "shared", "small", "big");
    var replaced =
        providers.replaceModels(
            provider.id(), List.of(model("new"), model("big"), model("newer")), NOON);
    assertThat(replaced.models())
        .extracting(ModelInfo::name)
        .containsExactly("big", "new", "newer");
    assertThat(replaced.models().getFirst()).isEqualTo(provider.models().getLast());
    assertThat(providers.everybodys()).containsExactly(replaced);
  }

  @Test
  void keepsWhatTheProviderTellsOfItsModels() {
    var provider = add(null, "shared", "big");
    var facts =
        new ModelFacts(
            131_072,
            4_096,
            Set.of(Ability.TEXT, Ability.TOOLS),
            new ModelPrice(2_500_000, 10_000_000, 1_250_000L, 3_000_000L));
    var some = new ModelFacts(null, 7, Set.of(), null);

    var told =
        providers.replaceModels(
            provider.id(), List.of(told("big", facts), told("small", some)), NOON);

    assertThat(told.models()).extracting(ModelInfo::facts).containsExactly(facts, some);
    assertThat(told.listedAt()).isEqualTo(NOON);
    assertThat(provider.listedAt()).isNull();
    assertThat(providers.everybodys()).containsExactly(told);
    var nothing = providers.replaceModels(provider.id(), List.of(model("big")), NOON);
    assertThat(nothing.models()).extracting(ModelInfo::facts).containsExactly(ModelFacts.UNKNOWN);
  }

  @Test
  void remembersServersThatWereFound() {
    assertThat(providers.wasFound("http://localhost:1/v1")).isFalse();
    providers.found("http://localhost:1/v1");
    providers.found("http://localhost:1/v1");
    assertThat(providers.wasFound("http://localhost:1/v1")).isTrue();
    assertThat(providers.wasFound("http://localhost:2/v1")).isFalse();
  }

  @Test
  void removesOnlyOnesOwn() {
    var ada = account("ada").id();
    var eve = account("eve").id();
    var adas = add(ada, "ada's", "small");
    var shared = add(null, "shared");
    assertThat(providers.remove(eve, adas.id())).isFalse();
    assertThat(providers.remove(ada, shared.id())).isFalse();
    assertThat(providers.remove(ada, adas.id())).isTrue();
    assertThat(providers.visible(ada)).containsExactly(shared);
  }

  @Test
  void tellsWhatOwnersAllowed() {
    var owner = account("ada").id();
    database.write(handle -> handle.execute("update account set role = 'OWNER'"));
    allowed(owner, "http://localhost:1/v1");
    allowed(account("eve").id(), "http://localhost:2/v1");
    add(owner, "public");
    assertThat(providers.allowedAddresses()).containsExactly("http://localhost:1/v1");
  }

  private void allowed(AccountId owner, String address) {
    var id = new ProviderId(next());
    providers.add(
        new NewProvider(id, owner, "p", ProviderKind.OPENAI_CHAT, address, true, NOON), List.of());
  }
}
