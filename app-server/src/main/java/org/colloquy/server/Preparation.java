package org.colloquy.server;

import java.util.stream.Collectors;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.LocalServers;
import org.colloquy.server.core.provider.LookForServers;
import org.colloquy.server.core.provider.OldSeals;
import org.colloquy.server.llm.ProviderModelLister;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a start has to put in order before anybody asks anything.
final class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  private final Core core;
  private final Parts parts;
  private final ServerConfig config;

  Preparation(Parts parts, ServerConfig config) {
    this.core = parts.core();
    this.parts = parts;
    this.config = config;
  }

  void run() {
    prepareSecrets();
    parts.files().carryOver();
    parts.files().collect();
    prepare();
  }

  private Caller owner() {
    return Caller.program(core.accounts().localOwner());
  }

  /// Everything but the stored API keys can be used without the key that opens them.
  private void prepareSecrets() {
    var vault = parts.vault();
    try {
      vault.adoptOld();
      if (!parts.switchboard().servers().isAlone()) {
        vault.begin();
      }
      vault.finish(new OldSeals(parts.stores().keys(), vault).renew());
    } catch (ProblemException e) {
      LOG.warn("stored API keys cannot be opened now: {}", Sentences.of(e.problem()));
    }
  }

  private void prepare() {
    core.privacy().prepare();
    int cutOff = parts.stores().messages().cutOffGrowing();
    if (cutOff > 0) {
      LOG.info("{} answers were cut off when the program ended last", cutOff);
    }
    int left = core.reservations().begin();
    if (left > 0) {
      LOG.info("{} calls of models were settled that went on when a program ended", left);
    }
    core.tables().begin();
    core.documents().begin();
    core.mcpServers().begin();
    core.retention().run();
    core.recovery().destroyExpired();
    core.providers().prepare(config.openAiAddress());
    var owner = owner();
    var key = config.openAiKey();
    if (key != null && parts.masters().areIntact()) {
      core.keys().put(owner, core.providers().openAi(owner), "OPENAI_API_KEY", key);
    }
  }

  /// Its connections lead to the usual places on this computer and nowhere else.
  void lookForServers(Openings open) {
    var origins =
        LocalServers.USUAL.stream()
            .map(LocalServers.Place::origin)
            .collect(Collectors.toUnmodifiableSet());
    var connections =
        new HttpConnections(
            TimeLimits.NEARBY, parts.guard().to(parts.guard().providers(origins::contains)));
    var servers =
        new LocalServers(
            parts.stores().providers(),
            core.providers(),
            new ProviderModelLister(connections),
            LocalServers.USUAL);
    open.add(LookForServers.start(servers, owner()));
    open.add(connections); // closed first, so that nobody is waited for
  }
}
