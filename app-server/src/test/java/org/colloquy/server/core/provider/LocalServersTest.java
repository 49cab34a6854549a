package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.provider.LocalServers.Place;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.llm.ProviderModelLister;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalServersTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final ScriptedProvider here = ScriptedProvider.start();
  private final HttpConnections connections =
      new HttpConnections(TimeLimits.USUAL, Ways.anywhere());

  @AfterEach
  void close() {
    connections.close();
    here.close();
    test.close();
  }

  private void look() {
    var places = List.of(new Place("LM Studio", ProviderKind.OPENAI_CHAT, here.address()));
    var servers =
        new LocalServers(
            test.stores().providers(),
            test.core().providers(),
            new ProviderModelLister(connections),
            places);
    LookForServers.start(servers, test.owner()).close();
  }

  private List<Provider> found() {
    return test.core().providers().visible(test.owner()).stream()
        .filter(provider -> provider.owner() != null)
        .toList();
  }

  @Test
  void addsWhatRunsWithItsModels() {
    here.lists("qwen", "llama");
    look();

    assertThat(found()).hasSize(1);
    assertThat(found().getFirst().name()).isEqualTo("LM Studio");
    assertThat(found().getFirst().address()).isEqualTo(here.address());
    assertThat(found().getFirst().listedAt()).isEqualTo(test.clock().instant());
    assertThat(found().getFirst().models())
        .extracting(ModelInfo::name)
        .containsExactly("qwen", "llama");
    assertThat(test.stores().providers().allowedAddresses()).containsExactly(here.address());
    assertThat(test.audited())
        .extracting(AuditEvent::action)
        .contains(AuditEvent.Action.PROVIDER_ADDED);
    assertThat(here.requests()).noneMatch(asked -> asked.head().contains("Authorization"));
  }

  @Test
  void addsNothingASecondTime() {
    look();
    look();

    assertThat(found()).hasSize(1);
    assertThat(here.requests()).hasSize(1);
  }

  @Test
  void doesNotBringBackWhatWasRemoved() {
    look();
    test.core().providers().remove(test.owner(), found().getFirst().id());
    look();

    assertThat(found()).isEmpty();
    assertThat(here.requests()).hasSize(1);
  }

  @Test
  void leavesAloneWhatThePersonAdded() {
    var typed = here.address().replace("localhost", "127.0.0.1");
    test.core().providers().add(test.owner(), "Mine", typed);
    look();

    assertThat(found()).extracting(Provider::name).containsExactly("Mine");
    assertThat(here.requests()).isEmpty();
  }

  @Test
  void takesNoOtherProgramForAServerOfModels() {
    here.modelsAsScripted().answers(200, "<html>My web page</html>");
    look();
    assertThat(found()).isEmpty();
  }

  @Test
  void looksAgainWhereNobodyWas() {
    here.modelsAsScripted().answers(200, "{\"data\":[]}");
    look();
    here.forgets().answers(200, "{\"data\":[{\"id\":\"qwen\"}]}");
    look();
    assertThat(found()).hasSize(1);
  }

  @Test
  void knowsUsualPlacesOnThisComputerOnly() {
    assertThat(LocalServers.USUAL)
        .allSatisfy(place -> assertThat(place.origin().host()).isIn(Set.of("localhost")))
        .extracting(place -> place.origin().port())
        .containsExactly(11434, 1234, 8080);
  }

  @Test
  void isQuietWhenNobodyIsThere() {
    here.close();
    look();
    assertThat(found()).isEmpty();
  }
}
