package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Account;
import org.colloquy.model.Activity;
import org.colloquy.model.Agent;
import org.colloquy.model.Attachment;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Profile;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.usage.ModelUse;
import org.jspecify.annotations.Nullable;

/// What stands in the JSON files of an export. Their form is a promise: `docs/export.md`.
final class ExportJson {
  /// Rises when an older reader would not understand an export any more.
  static final int FORMAT = 1;

  private ExportJson() {}

  record ManifestJson(
      int format,
      String program,
      String version,
      Instant madeAt,
      UUID account,
      List<ZipEntries.Written> entries) {}

  record AccountJson(
      UUID id,
      long number,
      String username,
      String email,
      boolean emailVerified,
      Profile profile,
      String role,
      Instant joinedAt) {
    static AccountJson of(Account account) {
      return new AccountJson(
          account.id().value(),
          account.number(),
          account.username(),
          account.email(),
          account.verified(),
          account.profile(),
          AppJson.word(account.role()),
          account.joinedAt());
    }
  }

  record GroupJson(UUID id, String name) {
    static GroupJson of(Group group) {
      return new GroupJson(group.id().value(), group.name());
    }
  }

  /// @param with the name of an account or a group
  record ShareJson(UUID conversation, String with, String kind, String right, Instant sharedAt) {
    static ShareJson of(Share share) {
      return new ShareJson(
          share.conversation().value(),
          share.with().name(),
          share.with() instanceof Recipient.Members ? "group" : "account",
          AppJson.word(share.right()),
          share.sharedAt());
    }
  }

  /// @param file as an agent is handed on
  record AgentJson(UUID id, long number, RawValue file) {
    static AgentJson of(Agent agent, String file) {
      return new AgentJson(agent.id().value(), agent.number(), new RawValue(file));
    }
  }

  /// @param cost in millionths of a US dollar; null when no price was known
  record UseJson(
      long number,
      Instant at,
      @Nullable UUID conversation,
      String provider,
      String model,
      @Nullable UUID key,
      String keyName,
      Usage usage,
      boolean estimated,
      @Nullable Long cost) {
    static UseJson of(ModelUse use) {
      var conversation = use.conversation();
      var key = use.key();
      return new UseJson(
          use.number(),
          use.at(),
          conversation == null ? null : conversation.value(),
          use.provider(),
          use.model(),
          key == null ? null : key.value(),
          use.keyName(),
          use.usage(),
          use.estimated(),
          use.cost());
    }
  }

  /// @param command null for one with an address
  /// @param address null for a program
  record McpServerJson(
      UUID id,
      String name,
      @Nullable List<String> command,
      @Nullable String address,
      boolean on,
      Instant addedAt) {
    static McpServerJson of(McpServer server) {
      return new McpServerJson(
          server.id().value(),
          server.name(),
          server.place() instanceof Place.Command(var words) ? words : null,
          server.place() instanceof Place.Address address ? address.url() : null,
          server.on(),
          server.addedAt());
    }
  }

  record MessageJson(
      UUID id,
      long number,
      UUID conversation,
      @Nullable UUID parent,
      String role,
      String content,
      String reasoning,
      String state,
      Instant createdAt,
      @Nullable ModelUsed model,
      Usage usage,
      List<ToolCall> toolCalls,
      @Nullable String answersCall,
      @Nullable String failure) {
    static MessageJson of(Message message) {
      var parent = message.parent();
      return new MessageJson(
          message.id().value(),
          message.number(),
          message.conversation().value(),
          parent == null ? null : parent.value(),
          AppJson.word(message.role()),
          message.content(),
          message.reasoning(),
          AppJson.word(message.state()),
          message.createdAt(),
          message.usedModel(),
          message.usage(),
          message.toolCalls(),
          message.answersCall(),
          message.failure());
    }
  }

  record ConversationJson(
      UUID id,
      long number,
      String title,
      @Nullable UUID folder,
      @Nullable UUID agent,
      String memory,
      boolean pinned,
      boolean archived,
      boolean unread,
      List<String> tags,
      int messageCount,
      @Nullable UUID activeLeaf,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant removedAt) {
    static ConversationJson of(Conversation conversation, ConversationMarks marks) {
      var folder = conversation.folder();
      var agent = conversation.agent();
      var leaf = conversation.activeLeaf();
      return new ConversationJson(
          conversation.id().value(),
          conversation.number(),
          conversation.title(),
          folder == null ? null : folder.value(),
          agent == null ? null : agent.value(),
          conversation.remembers() ? "on" : "off",
          marks.pinned(),
          marks.archived(),
          marks.unread(),
          marks.tags(),
          conversation.messageCount(),
          leaf == null ? null : leaf.value(),
          conversation.createdAt(),
          conversation.updatedAt(),
          conversation.removedAt());
    }
  }

  record ActivityJson(UUID conversation, long number, String kind, String detail, Instant at) {
    static ActivityJson of(Activity activity) {
      return new ActivityJson(
          activity.conversation().value(),
          activity.number(),
          activity.kind(),
          activity.detail(),
          activity.at());
    }
  }

  /// What an answer was given with and what it cites.
  record SourcesJson(
      UUID conversation,
      UUID message,
      List<SourceJson.PassageJson> passages,
      List<SourceJson.CitationJson> citations) {
    static SourcesJson of(Conversation conversation, AnswerSources sources) {
      return new SourcesJson(
          conversation.id().value(),
          sources.answer().value(),
          SourceJson.passages(sources.passages()),
          SourceJson.citations(sources.citations()));
    }
  }

  /// @param file its content in the export; null when that is not kept here
  record AttachmentJson(
      UUID id,
      long number,
      UUID conversation,
      @Nullable UUID message,
      String name,
      String mediaType,
      Instant createdAt,
      @Nullable String file) {
    static AttachmentJson of(Attachment attachment, @Nullable String file) {
      var message = attachment.message();
      return new AttachmentJson(
          attachment.id().value(),
          attachment.number(),
          attachment.conversation().value(),
          message == null ? null : message.value(),
          attachment.name(),
          attachment.mediaType(),
          attachment.createdAt(),
          file);
    }
  }
}
