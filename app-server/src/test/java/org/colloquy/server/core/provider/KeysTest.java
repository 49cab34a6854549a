package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Problem;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Secret SECRET = Secret.of("sk-abcdefgh1234");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Keys keys = test.core().keys();
  private final Providers providers = test.core().providers();

  @AfterEach
  void close() {
    test.close();
  }

  private Provider openAi() {
    return providers.visible(test.owner()).getFirst();
  }

  @Test
  void startsWithOpenAiAndTheBuiltInModel() {
    assertThat(providers.visible(test.owner()))
        .extracting(Provider::number, Provider::name, Provider::kind)
        .containsExactly(
            tuple(1L, "OpenAI", ProviderKind.OPENAI_CHAT),
            tuple(2L, "Colloquy", ProviderKind.LOCAL));
    assertThat(openAi().models().getFirst().title()).isEqualTo("GPT-4o");
  }

  @Test
  void opensASecretForItsOwnProviderOnly() {
    var key = keys.add(test.owner(), openAi().id(), "mine", SECRET);
    var other = providers.add(test.owner(), "Other", "http://127.0.0.1:9");

    assertThat(keys.open(key, openAi()).reveal()).isEqualTo("sk-abcdefgh1234");
    assertThat(key.lastFour()).isEqualTo("1234");
    assertThat(Problems.of(() -> keys.open(key, other))).isInstanceOf(Problem.Unavailable.class);
  }

  @Test
  void keepsNoSecretReadable() {
    var key = keys.add(test.owner(), openAi().id(), "mine", SECRET);

    assertThat(test.stores().keys().sealed(key.id()).orElseThrow()).doesNotContain("abcdefgh");
  }

  @Test
  void dropsTheBlanksAroundAPastedSecretAndRefusesOthersInside() {
    var key = keys.add(test.owner(), openAi().id(), "mine", Secret.of(" sk-abcdefgh1234\n"));

    assertThat(keys.open(key, openAi()).reveal()).isEqualTo("sk-abcdefgh1234");
    for (var wrong : List.of("", " ", "sk-ab cd", "sk-ø", "x".repeat(5000))) {
      assertThat(Problems.of(() -> keys.add(test.owner(), openAi().id(), "bad", Secret.of(wrong))))
          .isInstanceOf(Problem.Invalid.class);
    }
  }

  @Test
  void hasEachNicknameOnce() {
    keys.add(test.owner(), openAi().id(), "mine", SECRET);

    assertThat(Problems.of(() -> keys.add(test.owner(), openAi().id(), "mine", SECRET)))
        .isEqualTo(new Problem.Conflict("nickname"));
    assertThat(keys.add(test.member("other"), openAi().id(), "mine", SECRET)).isNotNull();
  }

  @Test
  void doesNotFindOtherPeoplesKeysAndProviders() {
    var key = keys.add(test.owner(), openAi().id(), "mine", SECRET);
    var provider = providers.add(test.owner(), "Lab", "http://127.0.0.1:9");
    var other = test.member("other");

    assertThat(keys.all(other)).isEmpty();
    assertThat(Problems.of(() -> keys.remove(other, key.id())))
        .isEqualTo(new Problem.NotFound("key"));
    assertThat(Problems.of(() -> keys.getByNickname(other, "mine")))
        .isEqualTo(new Problem.NotFound("key"));
    assertThat(providers.visible(other)).hasSize(2);
    assertThat(Problems.of(() -> providers.remove(other, provider.id())))
        .isEqualTo(new Problem.NotFound("provider"));
    assertThat(Problems.of(() -> providers.remove(test.owner(), openAi().id())))
        .isEqualTo(new Problem.NotFound("provider"));
  }

  @Test
  void keepsTheModelsThatATestFound() {
    var lab = providers.add(test.owner(), "", "http://127.0.0.1:9");
    var key = keys.add(test.owner(), lab.id(), "lab", SECRET);

    var tested = keys.test(test.owner(), key.id());

    assertThat(lab.name()).isEqualTo("127.0.0.1:9");
    assertThat(tested.models()).extracting(ModelInfo::name).containsExactly("gpt-4o");
    assertThat(providers.get(test.owner(), lab.id())).isEqualTo(tested);
  }

  @Test
  void keepsAKeyFromTheEnvironmentAsItIsWhileItStaysTheSame() {
    var first = keys.put(test.owner(), openAi(), "OPENAI_API_KEY", SECRET);
    var same = keys.put(test.owner(), openAi(), "OPENAI_API_KEY", SECRET);
    var changed = keys.put(test.owner(), openAi(), "OPENAI_API_KEY", Secret.of("sk-other-9999"));

    assertThat(same).isEqualTo(first);
    assertThat(changed.id()).isNotEqualTo(first.id());
    assertThat(keys.all(test.owner())).containsExactly(changed);
  }

  @Test
  void givesTheKeyOfAProviderAnotherSecretInsteadOfAddingOne() {
    var lab = providers.add(test.owner(), "OpenAI", "http://127.0.0.1:9");
    var first = keys.putFor(test.owner(), openAi().id(), SECRET);
    var other = keys.putFor(test.owner(), lab.id(), Secret.of("sk-for-the-lab"));

    var changed = keys.putFor(test.owner(), openAi().id(), Secret.of(" sk-other-key-9999 "));

    assertThat(first.nickname()).isEqualTo("OpenAI");
    assertThat(other.nickname()).isEqualTo("OpenAI 2");
    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(changed.lastFour()).isEqualTo("9999");
    assertThat(keys.open(changed, openAi()).reveal()).isEqualTo("sk-other-key-9999");
    assertThat(keys.all(test.owner())).containsExactly(changed, other);
  }

  @Test
  void changesTheKeyThatIsUsedWhateverItIsCalled() {
    var work = keys.add(test.owner(), openAi().id(), "work", SECRET);
    keys.add(test.owner(), openAi().id(), "second", Secret.of("sk-the-second-key"));

    var changed = keys.putFor(test.owner(), openAi().id(), Secret.of("sk-other-key-9999"));

    assertThat(changed.id()).isEqualTo(work.id());
    assertThat(keys.firstFor(test.owner(), openAi().id())).contains(changed);
    assertThat(Problems.of(() -> keys.putFor(test.owner(), openAi().id(), Secret.of(" "))))
        .isInstanceOf(Problem.Invalid.class);
    var lab = providers.add(test.owner(), "Lab", "http://127.0.0.1:9");
    assertThat(Problems.of(() -> keys.putFor(test.member("eve"), lab.id(), SECRET)))
        .isEqualTo(new Problem.NotFound("provider"));
  }
}
