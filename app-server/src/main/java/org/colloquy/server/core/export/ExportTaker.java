package org.colloquy.server.core.export;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.provider.OwnKey;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.usage.ModelUse;

/// Takes everything a person has, in this order: what a method takes is never held longer than the
/// call. It throws to end the export.
public interface ExportTaker extends ConversationTaker {
  /// The beginning.
  void account(Account account, Instant now);

  void settings(Map<String, String> settings);

  void toolPolicies(List<ToolPolicy> policies);

  /// Servers of tools; what is secret about them stays here.
  void mcpServers(List<McpServer> servers);

  void folders(List<Folder> folders);

  void providers(List<Provider> providers);

  void keys(List<OwnKey> keys);

  /// The groups that the person is in; who else is in them stays here.
  void groups(List<Group> groups);

  /// The quotas that count for the person.
  void quotas(List<Standing> quotas);

  /// One of the agents that are the person's own.
  ///
  /// @param file the form in which it is handed on
  void agent(Agent agent, String file);

  void memory(Memory memory);

  /// What the person began to write.
  void draft(Draft draft);

  /// A prompt that is kept to be used again.
  void savedPrompt(SavedPrompt prompt);

  /// What a call of a model took, oldest first.
  void use(ModelUse use);

  /// All messages of all conversations, each after its parent.
  void message(Message message);

  /// A conversation as it was when its last message was taken.
  void conversation(Conversation conversation, ConversationMarks marks);

  /// How models answer in a conversation.
  void setting(Conversation conversation, ConversationSetting setting);

  /// With whom a conversation is shared.
  void share(Share share);

  void activity(Activity activity);

  /// What is known of a table; its rows are those of its file.
  void table(DataTable table);

  /// A plot with its data.
  void plot(Plot plot);

  /// What an answer was given with and what it cites.
  void sources(Conversation conversation, AnswerSources sources);

  /// The content of a file that is kept here.
  void file(Attachment attachment, InputStream content);

  /// What is known of a file, whether its content is kept or not.
  void attachment(Attachment attachment);

  /// What a file is as a publication.
  void reference(Entry entry);

  /// What the person did, newest first.
  void audit(AuditEntry entry);

  /// There is no more.
  void end();
}
