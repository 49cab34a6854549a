package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.junit.jupiter.api.Test;

class ModelNamesTest {
  private static final Provider OPENAI = provider(1, "OpenAI", "gpt-4o", "o1");
  private static final Provider ROUTER = provider(2, "Open Router", "openai/gpt-4o", "o1");

  @Test
  void areTheProvidersPlainNameAndTheModels() {
    var odd = provider(3, " Lab (größer) & Søn, v2.1! ", "Llama");
    var nameless = provider(4, "§§§", "x");

    assertThat(names(OPENAI, ROUTER, odd, nameless))
        .containsExactly(
            "openai/gpt-4o",
            "openai/o1",
            "open-router/openai/gpt-4o",
            "open-router/o1",
            "lab-größer-søn-v2.1/Llama",
            "provider/x");
  }

  @Test
  void stayWhatTheyAreWhenOthersAreAdded() {
    var second = provider(7, "openai", "gpt-4o");
    var crafted = provider(8, "OpenAI 7", "gpt-4o");

    assertThat(names(OPENAI)).containsExactly("openai/gpt-4o", "openai/o1");
    assertThat(names(OPENAI, second, crafted))
        .containsExactly("openai/gpt-4o", "openai/o1", "openai-7/gpt-4o", "openai-7-8/gpt-4o")
        .doesNotHaveDuplicates();
  }

  @Test
  void findTheirModels() {
    var names = new ModelNames(List.of(OPENAI, ROUTER));

    for (var model : names.all()) {
      assertThat(names.find(model.name())).contains(model);
      assertThat(model.name()).isEqualTo(model.providerName() + "/" + model.model().name());
    }
    assertThat(names.find("gpt-4o").orElseThrow().provider()).isEqualTo(OPENAI);
    assertThat(names.find("openai/gpt-4o").orElseThrow().provider()).isEqualTo(OPENAI);
    assertThat(names.find("gpt-5")).isEmpty();
  }

  @Test
  void saysWhichModelsCanBeMeant() {
    var names = new ModelNames(List.of(OPENAI, ROUTER));

    var refusal = catchThrowableOfType(ProblemException.class, () -> names.find("o1"));

    assertThat(refusal.problem())
        .isEqualTo(
            new Problem.Invalid(
                "model",
                "Several providers have it; name one of these: openai/o1, open-router/o1"));
  }

  @Test
  void knowTheProviderOfAModelThatIsNotListed() {
    var names = new ModelNames(List.of(OPENAI, ROUTER));

    assertThat(names.provider("open-router/maker/new")).contains(ROUTER);
    assertThat(ModelNames.model("open-router/maker/new")).isEqualTo("maker/new");
    assertThat(names.provider("gpt-5")).isEmpty();
    assertThat(names.provider("openai/")).isEmpty();
    assertThat(names.provider("lab/x")).isEmpty();
  }

  private static List<String> names(Provider... providers) {
    return new ModelNames(List.of(providers)).all().stream().map(NamedModel::name).toList();
  }

  private static Provider provider(long number, String name, String... models) {
    var id = new ProviderId(new UUID(0, number));
    var infos =
        IntStream.range(0, models.length)
            .mapToObj(i ->
                new ModelInfo(
                    new ModelId(new UUID(number, i)), number * 100 + i, id, models[i], models[i]))
            .toList();
    return new Provider(id, number, null, name, ProviderKind.OPENAI_CHAT, "", infos, Instant.EPOCH);
  }
}
