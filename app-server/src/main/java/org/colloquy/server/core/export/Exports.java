package org.colloquy.server.core.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.activity.ActivityStore;
import org.colloquy.server.core.agent.AgentFile;
import org.colloquy.server.core.agent.AgentStore;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.bibliography.ReferenceStore;
import org.colloquy.server.core.citation.CitationStore;
import org.colloquy.server.core.conversation.ConversationSettingStore;
import org.colloquy.server.core.conversation.MarkStore;
import org.colloquy.server.core.draft.DraftStore;
import org.colloquy.server.core.folder.FolderStore;
import org.colloquy.server.core.group.GroupStore;
import org.colloquy.server.core.identity.AccountStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.mcp.McpServerStore;
import org.colloquy.server.core.memory.MemoryStore;
import org.colloquy.server.core.policy.ToolPolicyStore;
import org.colloquy.server.core.provider.KeyStore;
import org.colloquy.server.core.provider.ProviderStore;
import org.colloquy.server.core.quota.QuotaStore;
import org.colloquy.server.core.savedprompt.SavedPromptStore;
import org.colloquy.server.core.setting.SettingStore;
import org.colloquy.server.core.shared.ShareStore;
import org.colloquy.server.core.table.PlotStore;
import org.colloquy.server.core.table.TableStore;
import org.colloquy.server.core.usage.UsageStore;

/// Hands people everything that is theirs. No more of it is in memory at once than a few messages
/// and, of every conversation, what a list would show.
public final class Exports {
  private static final int ROWS_AT_ONCE = 500;

  private final ExportStore store;
  private final Account account;
  private final Contents contents;
  private final FileContents files;
  private final AuditLog audit;
  private final InstantSource clock;

  public Exports(
      ExportStore store,
      Account account,
      Contents contents,
      FileContents files,
      AuditLog audit,
      InstantSource clock) {
    this.store = store;
    this.account = account;
    this.contents = contents;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /// What belongs to an account.
  public record Account(
      AccountStore accounts,
      SettingStore settings,
      ToolPolicyStore toolPolicies,
      McpServerStore mcpServers,
      FolderStore folders,
      ProviderStore providers,
      KeyStore keys,
      AgentStore agents,
      AgentFile agentFile,
      MemoryStore memories,
      DraftStore drafts,
      SavedPromptStore savedPrompts,
      UsageStore usages,
      GroupStore groups,
      QuotaStore quotas) {}

  /// What belongs to a conversation beside its messages.
  public record Contents(
      ActivityStore activities,
      AttachmentStore attachments,
      ReferenceStore references,
      ConversationSettingStore settings,
      MarkStore marks,
      TableStore tables,
      PlotStore plots,
      CitationStore citations,
      ShareStore shares) {}

  /// Hands everything the caller has to a taker. Other work goes on meanwhile, and each
  /// conversation is handed as it was at one moment.
  public void export(Caller caller, ExportTaker taker) {
    audit.note(caller.did(Action.EXPORTED, caller.account()));
    handAccount(caller, taker);
    var conversations = handMessages(caller, taker);
    for (var conversation : conversations) {
      taker.conversation(conversation, contents.marks().of(conversation.id()));
    }
    for (var conversation : conversations) {
      taker.setting(conversation, contents.settings().of(conversation.id()));
    }
    for (var conversation : conversations) {
      contents.shares().of(conversation.owner(), conversation.id()).forEach(taker::share);
    }
    for (var conversation : conversations) {
      contents.activities().of(conversation.id()).forEach(taker::activity);
    }
    for (var conversation : conversations) {
      contents.tables().of(conversation.id()).forEach(taker::table);
    }
    for (var conversation : conversations) {
      contents.plots().of(conversation.id()).forEach(taker::plot);
    }
    handFiles(conversations, taker);
    for (var conversation : conversations) {
      contents
          .citations()
          .of(conversation.id(), 0)
          .forEach(sources -> taker.sources(conversation, sources));
    }
    var reading = new ExportedReading(store, contents.citations());
    for (var conversation : conversations) {
      reading.hand(conversation, Branches.SHOWN, taker);
    }
    handAudit(caller, taker);
    taker.end();
  }

  private void handAccount(Caller caller, ExportTaker taker) {
    var id = caller.account();
    taker.account(account.accounts().find(id).orElseThrow(Exports::gone), clock.instant());
    taker.settings(account.settings().all(id));
    taker.toolPolicies(account.toolPolicies().of(id));
    taker.mcpServers(account.mcpServers().of(id));
    taker.folders(account.folders().of(id));
    taker.providers(
        account.providers().visible(id).stream().filter(one -> id.equals(one.owner())).toList());
    taker.keys(account.keys().owned(id));
    taker.groups(account.groups().of(id));
    taker.quotas(
        account.quotas().counting(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    account
        .agents()
        .of(id)
        .forEach(agent -> taker.agent(agent, account.agentFile().write(agent.preset())));
    account.memories().of(id).forEach(taker::memory);
    account.drafts().of(id).forEach(taker::draft);
    account.savedPrompts().of(id).forEach(taker::savedPrompt);
    handUsage(id, taker);
  }

  private void handUsage(AccountId id, ExportTaker taker) {
    var uses = account.usages().after(id, 0, ROWS_AT_ONCE);
    while (!uses.isEmpty()) {
      uses.forEach(taker::use);
      uses = account.usages().after(id, uses.getLast().number(), ROWS_AT_ONCE);
    }
  }

  /// @return the conversations whose messages were taken
  private List<Conversation> handMessages(Caller caller, ExportTaker taker) {
    var taken = new ArrayList<Conversation>();
    for (ConversationId id : store.conversations(caller.account())) {
      ExportedBranch.all(store, id, taker::message).ifPresent(taken::add);
    }
    return taken;
  }

  private void handFiles(List<Conversation> conversations, ExportTaker taker) {
    for (var conversation : conversations) {
      for (var attachment : contents.attachments().of(conversation.id())) {
        if (attachment.size() != Attachment.NOT_KEPT) {
          handFile(attachment, taker);
        }
      }
    }
    for (var conversation : conversations) {
      contents.attachments().of(conversation.id()).forEach(taker::attachment);
    }
    for (var conversation : conversations) {
      contents.references().of(conversation.id()).forEach(taker::reference);
    }
  }

  private void handFile(Attachment attachment, ExportTaker taker) {
    try (var content = files.open(attachment.id())) {
      taker.file(attachment, content);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound)) {
        throw e;
      }
      // It was removed meanwhile, or is missing on the disk: the list of files says so.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handAudit(Caller caller, ExportTaker taker) {
    var entries = audit.of(caller.account(), Long.MAX_VALUE, ROWS_AT_ONCE);
    while (!entries.isEmpty()) {
      entries.forEach(taker::audit);
      AuditEntry last = entries.getLast();
      entries = audit.of(caller.account(), last.number(), ROWS_AT_ONCE);
    }
  }

  private static ProblemException gone() {
    return new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.NO_ACCOUNT));
  }
}
