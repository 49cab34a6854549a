package org.colloquy.server;

import java.util.List;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.erasure.Erasures;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.Exports;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.retention.Retention;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.storage.JsonAgentFile;

/// Makes what hands people their data, forgets it, and deletes what is out of date.
final class RightsWiring {
  private RightsWiring() {}

  static Retention retention(
      Stores stores, Outside outside, RunningTurns running, Retention.Traces traces) {
    return new Retention(
        stores.conversations(),
        stores.folders(),
        traces,
        id -> running.in(id).isPresent(),
        outside.audit(),
        outside.clock());
  }

  static Erasures erasures(
      Stores stores, Outside outside, List<RunningWork> running, Erasures.Traces traces) {
    return new Erasures(stores.erasures(), stores.accounts(), running, traces, outside.audit());
  }

  static Exports exports(Stores stores, Outside outside) {
    return new Exports(
        stores.exports(),
        new Exports.Account(
            stores.accounts(),
            stores.settings(),
            stores.toolPolicies(),
            stores.mcpServers(),
            stores.folders(),
            stores.providers(),
            stores.keys(),
            stores.agents(),
            new JsonAgentFile(),
            stores.memories(),
            stores.drafts(),
            stores.savedPrompts(),
            stores.usages(),
            stores.groups(),
            stores.quotas()),
        new Exports.Contents(
            stores.activities(),
            stores.attachments(),
            stores.references(),
            stores.conversationSettings(),
            stores.marks(),
            stores.tables(),
            stores.plots(),
            stores.citations(),
            stores.shares()),
        outside.contents(),
        outside.audit(),
        outside.clock());
  }

  static ConversationExports conversationExports(
      Stores stores, Outside outside, Conversations conversations) {
    return new ConversationExports(
        conversations, stores.exports(), stores.citations(), outside.forms(), outside.audit());
  }
}
