package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Account;
import org.colloquy.model.Activity;
import org.colloquy.model.Agent;
import org.colloquy.model.Attachment;
import org.colloquy.model.Conversation;
import org.colloquy.model.DataTable;
import org.colloquy.model.Folder;
import org.colloquy.model.Memory;
import org.colloquy.model.Message;
import org.colloquy.model.Plot;
import org.colloquy.model.Provider;
import org.colloquy.model.SavedPrompt;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.bibliography.Entry;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.core.draft.Draft;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.ConversationFiles;
import org.colloquy.server.core.export.ConversationFormat;
import org.colloquy.server.core.export.EntryName;
import org.colloquy.server.core.export.ExportTaker;
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.provider.OwnKey;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.usage.ModelUse;
import org.colloquy.server.http.Json;

/// Writes everything a person has into one zip file, while it is being read.
final class ExportArchive implements ExportTaker {
  /// Files with a line for each thing, which are there although they have none.
  private static final List<String> LISTS =
      List.of(
          "agents.jsonl",
          "memories.jsonl",
          "prompts.jsonl",
          "drafts.jsonl",
          "usage.jsonl",
          "messages.jsonl",
          "conversations.jsonl",
          "conversation-settings.jsonl",
          "shares.jsonl",
          "activity.jsonl",
          "tables.jsonl",
          "plots.jsonl",
          "attachments.jsonl",
          "sources.jsonl",
          "references.jsonl",
          "audit.jsonl");

  private final ZipEntries zip;
  private final String version;
  private final Set<Long> files = new HashSet<>();
  private Instant madeAt = Instant.EPOCH;
  private UUID owner = new UUID(0, 0);
  private final ConversationFiles pages;

  /// @param out stays open
  /// @param version of this program
  /// @param forms writes what is to be read of each conversation
  ExportArchive(OutputStream out, String version, ConversationExports forms) {
    zip = new ZipEntries(out);
    this.version = version;
    pages = new ConversationFiles(zip::conversation, ConversationFormat.MARKDOWN, forms);
  }

  @Override
  public void account(Account account, Instant now) {
    madeAt = now;
    owner = account.id().value();
    line("account.json", ExportJson.AccountJson.of(account));
  }

  @Override
  public void settings(Map<String, String> settings) {
    line("settings.json", AppJson.settings(settings));
  }

  @Override
  public void toolPolicies(List<ToolPolicy> policies) {
    line("tool-policies.json", policies.stream().map(ToolRoutes.PolicyJson::of).toList());
  }

  @Override
  public void mcpServers(List<McpServer> servers) {
    line("mcp-servers.json", servers.stream().map(ExportJson.McpServerJson::of).toList());
  }

  @Override
  public void folders(List<Folder> folders) {
    line("folders.json", folders.stream().map(FolderRoutes.FolderJson::of).toList());
  }

  @Override
  public void providers(List<Provider> providers) {
    line("providers.json", providers.stream().map(AppJson.ProviderJson::ofOwn).toList());
  }

  @Override
  public void keys(List<OwnKey> keys) {
    line("keys.json", keys.stream().map(AppJson.KeyJson::of).toList());
  }

  @Override
  public void groups(List<Group> groups) {
    line("groups.json", groups.stream().map(ExportJson.GroupJson::of).toList());
  }

  @Override
  public void quotas(List<Standing> quotas) {
    line("quotas.json", quotas.stream().map(QuotaRoutes.QuotaJson::of).toList());
  }

  @Override
  public void agent(Agent agent, String file) {
    line("agents.jsonl", ExportJson.AgentJson.of(agent, file));
  }

  @Override
  public void memory(Memory memory) {
    line("memories.jsonl", MemoryRoutes.MemoryJson.of(memory));
  }

  @Override
  public void draft(Draft draft) {
    line("drafts.jsonl", DraftRoutes.DraftJson.of(draft));
  }

  @Override
  public void savedPrompt(SavedPrompt prompt) {
    line("prompts.jsonl", SavedPromptJson.PromptJson.of(prompt));
  }

  @Override
  public void use(ModelUse use) {
    line("usage.jsonl", ExportJson.UseJson.of(use));
  }

  @Override
  public void message(Message message) {
    line("messages.jsonl", ExportJson.MessageJson.of(message));
  }

  @Override
  public void conversation(Conversation conversation, ConversationMarks marks) {
    line("conversations.jsonl", ExportJson.ConversationJson.of(conversation, marks));
  }

  @Override
  public void setting(Conversation conversation, ConversationSetting setting) {
    if (!setting.equals(ConversationSetting.NONE)) {
      line("conversation-settings.jsonl", SettingJson.exported(conversation.id(), setting));
    }
  }

  @Override
  public void share(Share share) {
    line("shares.jsonl", ExportJson.ShareJson.of(share));
  }

  @Override
  public void activity(Activity activity) {
    line("activity.jsonl", ExportJson.ActivityJson.of(activity));
  }

  @Override
  public void table(DataTable table) {
    line("tables.jsonl", TableJson.of(table));
  }

  @Override
  public void plot(Plot plot) {
    line("plots.jsonl", PlotJson.of(plot));
  }

  @Override
  public void sources(Conversation conversation, AnswerSources sources) {
    line("sources.jsonl", ExportJson.SourcesJson.of(conversation, sources));
  }

  @Override
  public void file(Attachment attachment, InputStream content) {
    try {
      content.transferTo(zip.in(fileName(attachment)));
      files.add(attachment.number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void attachment(Attachment attachment) {
    boolean here = files.contains(attachment.number());
    line(
        "attachments.jsonl",
        ExportJson.AttachmentJson.of(attachment, here ? fileName(attachment) : null));
  }

  @Override
  public void reference(Entry entry) {
    line("references.jsonl", ReferenceJson.of(entry));
  }

  private static String fileName(Attachment attachment) {
    return "files/%d-%s".formatted(attachment.number(), EntryName.ofFile(attachment.name()));
  }

  @Override
  public void reading(Conversation conversation) {
    pages.reading(conversation);
  }

  @Override
  public void said(Message message, AnswerSources sources) {
    pages.said(message, sources);
  }

  @Override
  public void read() {
    pages.read();
  }

  @Override
  public void audit(AuditEntry entry) {
    line("audit.jsonl", AuditRoutes.EntryJson.of(entry));
  }

  @Override
  public void end() {
    try {
      var written = new HashSet<String>();
      zip.written().forEach(entry -> written.add(entry.name()));
      for (var list : LISTS) {
        if (!written.contains(list)) {
          zip.in(list);
        }
      }
      var manifest =
          new ExportJson.ManifestJson(
              ExportJson.FORMAT, "Colloquy", version, madeAt, owner, zip.written());
      line("manifest.json", manifest);
      zip.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String name, Object json) {
    try {
      var out = zip.in(name);
      out.write(Json.bytes(json));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
