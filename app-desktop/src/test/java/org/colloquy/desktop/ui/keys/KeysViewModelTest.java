package org.colloquy.desktop.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProviderKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {
  private static final String WRONG_KEY =
      "{\"problem\":\"upstream\",\"provider\":\"OpenAI\",\"fault\":\"wrong-key\",\"status\":401}";

  private final ScriptedServer server = new ScriptedServer();
  private final ApiClient api = new ApiClient(server.address());
  private final KeysViewModel keys = new KeysViewModel(api, new InlineBackground());

  @AfterEach
  void stop() {
    server.close();
  }

  private void choose(String name) {
    for (var option : keys.options()) {
      if (option instanceof ProviderOption.Known(var entry) && entry.name().equals(name)) {
        keys.form().option().set(option);
      }
    }
  }

  @Test
  void addsAServerInTheLanguageThatItSpeaks() {
    chooseByAddress("http://127.0.0.1:9100");
    keys.form().kind().set(ProviderKind.ANTHROPIC);
    keys.save();
    assertThat(server.requests()).anyMatch(request -> request.contains("\"kind\":\"anthropic\""));
  }

  @Test
  void addsAModelThatIsInAFile() {
    keys.form().option().set(new ProviderOption.File());
    keys.form().address().set("/models/tiny-7b.gguf");
    keys.save();
    assertThat(server.requests())
        .anyMatch(request ->
            request.contains("\"name\":\"tiny-7b.gguf\"") && request.contains("\"gguf\""));
  }

  private void chooseByAddress(String address) {
    keys.form().option().set(new ProviderOption.ByAddress());
    keys.form().address().set(address);
  }

  @Test
  void showsTheFormAtOnceWhenThereIsNothingToList() {
    keys.open();
    assertThat(keys.rows()).isEmpty();
    assertThat(keys.adding().get()).isTrue();
  }

  @Test
  void offersTheCatalogueAndAnyAddress() {
    keys.open();
    assertThat(keys.options()).hasSize(5);
    assertThat(keys.options().getLast()).isInstanceOf(ProviderOption.ByAddress.class);
  }

  @Test
  void addsAProviderAndItsKeyAndFetchesTheModels() {
    var changes = new AtomicInteger();
    keys.whenChanged(changes::incrementAndGet);
    keys.open();
    choose("OpenAI");
    assertThat(keys.form().nickname().get()).isEqualTo("OpenAI");
    keys.form().secret().set(" sk-12\n34 5678 \n");
    keys.save();
    assertThat(keys.adding().get()).isFalse();
    assertThat(keys.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.provider().models()).hasSize(3);
          assertThat(row.key()).isNotNull();
          assertThat(String.valueOf(row.key())).contains("5678").doesNotContain("sk-12");
        });
    assertThat(changes).hasValue(1);
    assertThat(server.requests()).anyMatch(request -> request.contains("\"sk-12345678\""));
    assertThat(keys.form().secret().get()).isEmpty();
  }

  @Test
  void testsAKeyWithoutKeepingIt() {
    keys.open();
    choose("OpenAI");
    keys.form().secret().set("sk-1");
    keys.tryKey();
    assertThat(keys.test().get()).isEqualTo(new TestState.Works(3));
    keys.form().secret().set("sk-2");
    assertThat(keys.test().get()).isInstanceOf(TestState.Untested.class);
    keys.stopAdding();
    assertThat(api.keys()).isEmpty();
    assertThat(api.providers().providers()).hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithAKey() {
    keys.open();
    choose("OpenAI");
    keys.form().secret().set("sk-1");
    server.refuse("/keys/test", 502, WRONG_KEY);
    keys.tryKey();
    assertThat(keys.test().get())
        .isEqualTo(
            new TestState.Fails(
                new Failure.Told(
                    new Problem.Upstream("OpenAI", UpstreamFault.WRONG_KEY, 401, ""))));
  }

  @Test
  void storesAProviderOnceHoweverOftenItIsTested() {
    keys.open();
    choose("OpenAI");
    keys.form().secret().set("sk-1");
    keys.tryKey();
    keys.tryKey();
    keys.save();
    assertThat(api.providers().providers()).hasSize(2);
    assertThat(keys.rows()).hasSize(1);
  }

  @Test
  void addsAServerOnThisComputerWithoutAKey() {
    keys.open();
    choose("Ollama");
    keys.save();
    assertThat(keys.rows()).singleElement().satisfies(row -> assertThat(row.key()).isNull());
    assertThat(api.keys()).isEmpty();
  }

  @Test
  void addsAProviderByItsAddress() {
    keys.open();
    keys.form().option().set(new ProviderOption.ByAddress());
    assertThat(keys.form().complete().get()).isFalse();
    chooseByAddress(" http://127.0.0.1:9100/v1/ ");
    assertThat(keys.form().complete().get()).isTrue();
    keys.save();
    assertThat(keys.rows().getFirst().provider().address()).isEqualTo("http://127.0.0.1:9100/v1");
    assertThat(keys.rows().getFirst().provider().name()).isEqualTo("127.0.0.1");
  }

  @Test
  void keepsTheKeyThoughTheModelsCannotBeFetched() {
    keys.open();
    choose("OpenAI");
    keys.form().secret().set("sk-1");
    server.refuse("/models", 502, WRONG_KEY);
    keys.save();
    assertThat(api.keys()).hasSize(1);
    assertThat(keys.adding().get()).isFalse();
    assertThat(keys.failure().get()).isNotNull();
  }

  @Test
  void deletesAKeyOnlyWhenConfirmed() {
    keys.open();
    choose("OpenAI");
    keys.form().secret().set("sk-1");
    keys.save();
    keys.doubt(keys.rows().getFirst());
    keys.keepDoubted();
    assertThat(api.keys()).hasSize(1);
    keys.doubt(keys.rows().getFirst());
    keys.removeDoubted();
    assertThat(api.keys()).isEmpty();
    assertThat(keys.rows()).singleElement().satisfies(row -> assertThat(row.key()).isNull());
    keys.doubt(keys.rows().getFirst());
    keys.removeDoubted();
    assertThat(keys.rows()).isEmpty();
  }
}
