package org.colloquy.server;

import java.util.List;
import org.colloquy.server.core.erasure.Erasures;
import org.colloquy.server.core.export.Exports;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.retention.Retention;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.storage.JsonAgentFile;

/// Makes what hands people their data, forgets it, and deletes what is out of date.
final class RightsWiring {
  private RightsWiring() {}

  static Retention retention(
      Stores stores, Outside outside, RunningTurns running, DataTables tables) {
    return new Retention(
        stores.conversations(),
        stores.folders(),
        new Retention.Traces(outside.contents(), tables),
        id -> running.in(id).isPresent(),
        outside.audit(),
        outside.clock());
  }

  static Erasures erasures(
      Stores stores, Outside outside, List<RunningWork> running, DataTables tables) {
    return new Erasures(
        stores.erasures(),
        stores.accounts(),
        running,
        new Erasures.Traces(outside.contents(), tables, outside.letters(), outside.copies()),
        outside.audit());
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
            stores.usages()),
        new Exports.Contents(
            stores.activities(),
            stores.attachments(),
            stores.references(),
            stores.conversationSettings(),
            stores.tables(),
            stores.plots(),
            stores.citations()),
        outside.contents(),
        outside.audit(),
        outside.clock());
  }
}
