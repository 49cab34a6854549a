package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Profile;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.provider.AllowedOrigins;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.llm.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProvidersTest {
  private final ScriptedProvider local = ScriptedProvider.start().lists("llama");
  private OutwardServer server;
  private Caller owner;
  private Caller member;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new OutwardServer(folder, LocalProvidersTest::addresses);
    var ownersId = server.core().accounts().localOwner().id();
    owner = new Caller(ownersId, AccountRole.OWNER, Caller.Proof.LOCAL_TOKEN, Visitor.PROGRAM);
    var account =
        server
            .core()
            .accounts()
            .register(
                new Registration("eve", "eve@example.org", "a good password", Profile.EMPTY), Visitor.PROGRAM);
    member =
        new Caller(account.id(), AccountRole.MEMBER, Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
  }

  @AfterEach
  void close() {
    server.close();
    local.close();
  }

  private static List<InetAddress> addresses(String host) {
    return List.of(InetAddress.ofLiteral(host.equals("box.example") ? "127.0.0.1" : "9.9.9.9"));
  }

  private static Origin origin(String address) {
    return Origin.of(URI.create(address)).orElseThrow();
  }

  @Test
  void theOwnersAddingIsThePermission() {
    var providers = server.core().providers();

    var added = providers.add(owner, "", local.address());

    assertThat(server.core().keys().fetchModels(owner, added.id(), null).models())
        .extracting(model -> model.name())
        .containsExactly("llama");
  }

  @Test
  void aNameThatLeadsInsideIsInside() {
    var address = local.address().replace("localhost", "box.example");

    assertThat(Problems.of(() -> server.core().providers().add(member, "", address)))
        .isInstanceOf(Problem.NotAllowed.class);
    var added = server.core().providers().add(owner, "", address);
    assertThat(server.core().keys().fetchModels(owner, added.id(), null).models()).hasSize(1);
  }

  @Test
  void othersMayUseWhatTheOwnerAllowedAndOnlyThat() {
    var core = server.core();
    assertThat(Problems.of(() -> core.providers().add(member, "", local.address())))
        .isEqualTo(
            new Problem.NotAllowed(
                local.address().replace("/v1", "")
                    + " is on this computer or in its network, and only the owner of this Colloquy"
                    + " can add it"));
    assertThat(
            Problems.of(() ->
                core.keys().addForAddress(member, local.address(), "k", Secret.of("sk-01234567"))))
        .isInstanceOf(Problem.NotAllowed.class);

    var owners = core.providers().add(owner, "", local.address());
    var members = core.providers().add(member, "", local.address());

    assertThat(core.keys().fetchModels(member, members.id(), null).models()).hasSize(1);
    assertThat(Problems.of(() -> core.providers().add(member, "", "http://localhost:1/v1")))
        .isInstanceOf(Problem.NotAllowed.class);
    int connections = local.acceptedConnections();

    core.providers().remove(owner, owners.id());

    assertThat(Problems.of(() -> core.keys().fetchModels(member, members.id(), null)))
        .isInstanceOfSatisfying(
            Problem.Unavailable.class,
            problem -> assertThat(problem.why()).startsWith("localhost is no public server."));
    assertThat(local.acceptedConnections()).isEqualTo(connections);
  }

  @Test
  void aPublicProviderIsNotAllowedToBeAnywhereElse(@TempDir Path folder) {
    var moved = new String[] {"9.9.9.9"};
    try (var moving = new OutwardServer(folder, _ -> List.of(InetAddress.ofLiteral(moved[0])))) {
      var address = local.address().replace("localhost", "moving.example");
      var ownersId = moving.core().accounts().localOwner().id();
      var here = new Caller(ownersId, AccountRole.OWNER, Caller.Proof.LOCAL_TOKEN, Visitor.PROGRAM);
      var added = moving.core().providers().add(here, "", address);
      moved[0] = "127.0.0.1";

      assertThat(Problems.of(() -> moving.core().keys().fetchModels(here, added.id(), null)))
          .isInstanceOf(Problem.Unavailable.class);
    }
    assertThat(local.acceptedConnections()).isZero();
  }

  @Test
  void theSettingNamesAServerThatMayBeAnywhereButNotOpenAiItself() {
    try (var core = TestCore.with(ScriptedChatModel.saying("unused"))) {
      var store = core.stores().providers();
      var own = new AllowedOrigins(store, Set.of("http://localhost:11434/v1"));
      var usual = new AllowedOrigins(store, Set.of("https://api.openai.com/v1"));

      assertThat(own.test(origin("http://localhost:11434/other"))).isTrue();
      assertThat(own.test(origin("https://localhost:11434/v1"))).isFalse();
      assertThat(own.test(origin("http://localhost:11435/v1"))).isFalse();
      assertThat(own.test(origin("http://127.0.0.1:11434/v1"))).isFalse();
      assertThat(usual.test(origin("https://api.openai.com/v1"))).isFalse();
    }
  }
}
