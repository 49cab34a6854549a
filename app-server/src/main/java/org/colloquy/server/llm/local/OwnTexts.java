package org.colloquy.server.llm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.turn.Prompt;

/// What the built-in model looks through: a person's conversations, the files of the one that goes
/// on, and the documents of the agent that answers.
public record OwnTexts(
    MessageStore messages,
    ConversationStore conversations,
    AttachmentStore attachments,
    FileContents contents) {
  private static final int MOST_MESSAGES = 2000;
  private static final int MOST_CONVERSATIONS = 500;
  private static final int MOST_FILES = 20;
  private static final int MOST_OF_A_FILE = 1024 * 1024;
  private static final int FEW_TITLES = 3;
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /// Whether a conversation is this person's, so that nobody else reads what is answered in it
  /// unless they want that.
  boolean belongs(ConversationId conversation, AccountId account) {
    return conversations.find(account, conversation).isPresent();
  }

  /// Passages of what was said, last said first.
  List<Passage> said(AccountId account, Predicate<Message> which) {
    var titles = titles(account);
    return messages.latest(account, MOST_MESSAGES).stream()
        .filter(which)
        .flatMap(message ->
            Passage.of(
                new Passage.Said(message, titles.getOrDefault(message.conversation(), "")),
                message.content())
                .stream())
        .toList();
  }

  /// Passages of the texts that belong to a turn: what was found for it, or else the files as they
  /// are.
  List<Passage> given(Prompt.Grounds grounds) {
    var passages = new ArrayList<Passage>();
    for (var document : grounds.agent().preset().documents()) {
      passages.addAll(Passage.of(source(document.name(), grounds), document.text()));
    }
    if (grounds.passages().stream().anyMatch(passage -> passage.file() != null)) {
      grounds.passages().stream()
          .filter(passage -> passage.file() != null)
          .forEach(
              passage -> passages.addAll(Passage.of(new Passage.OnPage(passage), passage.text())));
    } else if (grounds.looksIntoFiles()) {
      passages.addAll(files(grounds));
    }
    return passages;
  }

  private static Passage.Source source(String name, Prompt.Grounds grounds) {
    return grounds.passages().stream()
        .filter(passage -> passage.file() == null && passage.name().equals(name))
        .findFirst()
        .<Passage.Source>map(Passage.OnPage::new)
        .orElseGet(() -> new Passage.Document(name, grounds.agent().name()));
  }

  private List<Passage> files(Prompt.Grounds grounds) {
    var passages = new ArrayList<Passage>();
    attachments.of(grounds.conversation()).reversed().stream()
        .filter(file -> file.size() != Attachment.NOT_KEPT)
        .limit(MOST_FILES)
        .forEach(file ->
            text(file)
                .ifPresent(
                    text -> passages.addAll(Passage.of(new Passage.InFile(file.name()), text))));
    return passages;
  }

  /// What the last conversations are called.
  List<String> lastTitles(AccountId account) {
    return conversations.lastTouchedFirst(account, END_OF_TIME, MOST_FILES).stream()
        .map(Conversation::title)
        .filter(title -> !title.isBlank())
        .limit(FEW_TITLES)
        .toList();
  }

  private Map<ConversationId, String> titles(AccountId account) {
    var titles = new HashMap<ConversationId, String>();
    conversations
        .lastTouchedFirst(account, END_OF_TIME, MOST_CONVERSATIONS)
        .forEach(conversation -> titles.put(conversation.id(), conversation.title()));
    return titles;
  }

  /// The beginning of a file, if that is a text.
  private Optional<String> text(Attachment file) {
    try (var content = contents.open(file.id())) {
      var bytes = content.readNBytes(MOST_OF_A_FILE);
      int end = bytes.length;
      while (end > 0 && bytes.length == MOST_OF_A_FILE && bytes[end - 1] < 0) {
        end--; // not to cut a letter in two
      }
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotFound) {
        return Optional.empty(); // removed meanwhile
      }
      throw e;
    }
  }
}
