package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.junit.jupiter.api.Test;

class KnownModelsTest {
  private static final ModelPrice DEAR = new ModelPrice(9, 9);
  private static final ModelPrice CHEAP = new ModelPrice(1, 1);

  private final KnownModels models =
      new KnownModels(
          LocalDate.EPOCH,
          List.of(
              new KnownModel(
                  List.of("small"),
                  "Small",
                  new ModelFacts(8_192, 1_024, Set.of(Ability.TEXT), null),
                  Map.of("lab.example", DEAR)),
              new KnownModel(
                  List.of("fam.ly-*"), "", new ModelFacts(4_096, null, null, null), Map.of())));

  private static Provider provider(ProviderKind kind, ModelInfo... models) {
    return new Provider(
        new ProviderId(new UUID(0, 1)),
        1,
        null,
        "Lab",
        kind,
        kind == ProviderKind.LOCAL ? "" : "https://Lab.example/v1",
        List.of(models),
        Instant.EPOCH);
  }

  private static ModelInfo model(String name, ModelFacts told) {
    var id = new ModelId(new UUID(0, 2));
    return new ModelInfo(id, 1, new ProviderId(new UUID(0, 1)), name, name, told);
  }

  private ModelFacts completed(ProviderKind kind, String name, ModelFacts told) {
    return models.completed(provider(kind, model(name, told))).models().getFirst().facts();
  }

  @Test
  void fillsInWhatTheProviderDoesNotTell() {
    assertThat(completed(ProviderKind.OPENAI_CHAT, "small", ModelFacts.UNKNOWN))
        .isEqualTo(new ModelFacts(8_192, 1_024, Set.of(Ability.TEXT), DEAR));
  }

  @Test
  void believesTheProviderMore() {
    var told = new ModelFacts(2_048, null, Set.of(Ability.TEXT, Ability.TOOLS), CHEAP);
    assertThat(completed(ProviderKind.OPENAI_CHAT, "small", told))
        .isEqualTo(new ModelFacts(2_048, 1_024, Set.of(Ability.TEXT, Ability.TOOLS), CHEAP));
  }

  @Test
  void takesADotInAFamilyForADot() {
    assertThat(completed(ProviderKind.OPENAI_CHAT, "fam.ly-7b", ModelFacts.UNKNOWN).contextWindow())
        .isEqualTo(4_096);
    assertThat(completed(ProviderKind.OPENAI_CHAT, "family-7b", ModelFacts.UNKNOWN))
        .isEqualTo(ModelFacts.UNKNOWN);
  }

  @Test
  void knowsThatTheBuiltInModelCostsNothing() {
    assertThat(completed(ProviderKind.LOCAL, "local", ModelFacts.UNKNOWN).price())
        .isEqualTo(ModelPrice.FREE);
  }
}
