package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
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
    return new NewModel(new ModelId(next()), name, name.toUpperCase(java.util.Locale.ROOT));
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
        providers.replaceModels(provider.id(), List.of(model("new"), model("big"), model("newer")));
    assertThat(replaced.models())
        .extracting(ModelInfo::name)
        .containsExactly("big", "new", "newer");
    assertThat(replaced.models().getFirst()).isEqualTo(provider.models().getLast());
    assertThat(providers.everybodys()).containsExactly(replaced);
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
